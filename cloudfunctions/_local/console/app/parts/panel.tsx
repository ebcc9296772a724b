import { useId, type ReactNode } from 'react';

/** A part of a page with its heading. */
export const Panel = ({
  title,
  note,
  action,
  children,
}: {
  readonly title: string;
  readonly note?: string;
  readonly action?: ReactNode;
  readonly children: ReactNode;
}) => {
  const id = useId();
  return (
    <section className="panel" aria-labelledby={id}>
      <div className="panel-head">
        <div>
          <h2 id={id}>{title}</h2>
          {note !== undefined && <p className="second">{note}</p>}
        </div>
        {action}
      </div>
      {children}
    </section>
  );
};

/** Names and values. */
export const Facts = ({ of }: { readonly of: readonly (readonly [name: string, value: ReactNode])[] }) => (
  <dl className="facts">
    {of.map(([name, value]) => (
      <div key={name} className="fact">
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

/** A choice among a few views or filters; each is a link, so each has an address. */
export const Chips = ({
  label,
  of,
}: {
  readonly label: string;
  readonly of: readonly { readonly name: string; readonly href: string; readonly chosen: boolean }[];
}) => (
  <nav aria-label={label}>
    <ul className="chips">
      {of.map(({ name, href, chosen }) => (
        <li key={href}>
          <a className="chip" href={href} aria-current={chosen ? 'true' : undefined}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);
