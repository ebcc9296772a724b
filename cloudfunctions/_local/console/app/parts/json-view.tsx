import type { ReactNode } from 'react';
import { chinaDayOf } from '../../../../../shared/time/china-day';
import { timeOf } from '../china-time';

/** A JSON or EJSON value, indented and coloured by type; every text is text, whatever it looks like. */
export const JsonView = ({ value }: { readonly value: unknown }) => (
  <pre className="code-block json">{rendered(value, 0)}</pre>
);

const indent = (depth: number): string => '  '.repeat(depth);

const rendered = (value: unknown, depth: number): ReactNode => {
  if (value === null) return <span className="j-word">null</span>;
  if (typeof value === 'string') return <span className="j-text">{JSON.stringify(value)}</span>;
  if (typeof value === 'number' || typeof value === 'boolean')
    return <span className="j-number">{String(value)}</span>;
  if (typeof value !== 'object') return null;
  if (Array.isArray(value))
    return group(
      '[',
      ']',
      value.map((item: unknown, index) => [String(index), item, false]),
      depth,
    );
  const typed = typedValue(value);
  if (typed !== undefined) return typed;
  return group(
    '{',
    '}',
    Object.entries(value).map(([key, item]) => [key, item, true]),
    depth,
  );
};

const group = (
  open: string,
  close: string,
  items: readonly (readonly [key: string, item: unknown, named: boolean])[],
  depth: number,
): ReactNode => {
  if (items.length === 0) return open + close;
  return (
    <>
      {`${open}\n`}
      {items.map(([key, item, named], index) => (
        <span key={key}>
          {indent(depth + 1)}
          {named && (
            <>
              <span className="j-key">{key}</span>
              {': '}
            </>
          )}
          {rendered(item, depth + 1)}
          {index < items.length - 1 ? ',\n' : '\n'}
        </span>
      ))}
      {indent(depth) + close}
    </>
  );
};

/** EJSON's typed values as a person reads them; undefined for a plain object. */
const typedValue = (value: object): ReactNode => {
  const entries = Object.entries(value) as [string, unknown][];
  const [only] = entries;
  if (entries.length !== 1 || only === undefined) return undefined;
  const [type, inner] = only;
  switch (type) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return <span className="j-number">{String(inner)}</span>;
    case '$oid':
      return <span className="j-word">ObjectId({String(inner)})</span>;
    case '$date':
      return <span className="j-word">{dateText(inner)}</span>;
    case '$regularExpression':
    case '$binary':
      return <span className="j-word">{JSON.stringify(inner)}</span>;
    default:
      return undefined;
  }
};

const dateText = (inner: unknown): string => {
  const long =
    typeof inner === 'object' && inner !== null && '$numberLong' in inner ? inner.$numberLong : inner;
  const ms = Number(long);
  return Number.isFinite(ms) ? `Date(${chinaDayOf(ms)} ${timeOf(ms)})` : `Date(${String(long)})`;
};
