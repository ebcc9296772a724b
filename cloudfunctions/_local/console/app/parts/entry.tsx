import type { ReactNode } from 'react';
import { formatYuan } from '../../../../../shared/money/fen';
import { Icon } from '../icon';

export const Amount = ({ fen }: { readonly fen: number }) => (
  <span className="amount">
    {formatYuan(fen)}
    <small>元</small>
  </span>
);

export const newestFirst = <T extends { readonly createdAt: number }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => b.createdAt - a.createdAt);

/** A record that opens: what it is, its amount and state on the line, the rest behind it. */
export const Entry = ({
  title,
  note,
  amount,
  badge,
  children,
}: {
  readonly title: string;
  readonly note: string;
  readonly amount?: ReactNode;
  readonly badge: ReactNode;
  readonly children: ReactNode;
}) => (
  <li>
    <details>
      <summary className="row">
        <Icon name="forward" className="turn" />
        <span className="words">
          <strong>{title}</strong>
          <br />
          <span className="small">{note}</span>
        </span>
        <span className="end-stack">
          {amount}
          {badge}
        </span>
      </summary>
      <div className="inside stack">{children}</div>
    </details>
  </li>
);

/** A number or address, as it stands. */
export const mono = (text: string): ReactNode => <span className="mono">{text}</span>;
/** Stands where there is nothing yet. */
export const NONE = '—';
