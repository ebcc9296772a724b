import { useState } from 'react';
import { Icon } from '../icon';
import { CopyButton } from './copy-button';
import { JsonView } from './json-view';

type Stored = Readonly<Record<string, unknown>>;

/** Documents as lines that open; only what is open is drawn in full. */
export const DocumentList = ({ documents }: { readonly documents: readonly Stored[] }) => (
  <ul className="card flush rows">
    {documents.map((document) => {
      const id = plainText(document._id);
      return (
        <li key={id}>
          <OneDocument id={id} document={document} />
        </li>
      );
    })}
  </ul>
);

const OneDocument = ({ id, document }: { readonly id: string; readonly document: Stored }) => {
  const [open, setOpen] = useState(false);
  return (
    <details className="document-line" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="row">
        <Icon name="forward" className="turn" />
        <span className="words">
          <span className="mono strong">{id}</span>
          <br />
          <span className="mono second-line">{glance(document)}</span>
        </span>
      </summary>
      {open && (
        <div className="inside document">
          <JsonView value={document} />
          <CopyButton text={JSON.stringify(document, null, 2)} what="这条记录" />
        </div>
      )}
    </details>
  );
};

const GLANCE_FIELDS = 3;
const GLANCE_LENGTH = 20;

/** The first plain fields in one line. */
const glance = (document: Stored): string =>
  Object.entries(document)
    .filter(([field]) => field !== '_id')
    .map(([field, value]) => [field, plainText(value)] as const)
    .filter(([, text]) => text !== '')
    .slice(0, GLANCE_FIELDS)
    .map(
      ([field, text]) =>
        `${field}: ${text.length > GLANCE_LENGTH ? `${text.slice(0, GLANCE_LENGTH)}…` : text}`,
    )
    .join(' · ');

/** A scalar as text, also where EJSON wraps it; empty for objects and arrays. */
const plainText = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (typeof value !== 'object' || value === null) return '';
  const [only, ...more] = Object.entries(value) as [string, unknown][];
  if (only === undefined || more.length > 0 || !only[0].startsWith('$')) return '';
  return plainText(only[1]);
};
