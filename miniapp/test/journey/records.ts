/** What is on record after a step: asked for as a person of the product, or read as it lies in the database. */
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import type { LocalCloud } from '../local-cloud';

/** A document as it is stored; fields that the store seals are unreadable in it. */
export type StoredDocument = Readonly<Record<string, unknown>> & { readonly _id: string };

const numberTypes = ['$numberInt', '$numberLong', '$numberDouble'];

/** Canonical EJSON keeps a number's type around it: `{"$numberInt":"1"}`. */
function plain(_: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [type = '', ...others] = Object.keys(value);
  return others.length === 0 && numberTypes.includes(type) ? Number(Reflect.get(value, type)) : value;
}

/**
 * Documents of one collection, read over the wire that the functions' SDK speaks: whatever an operation would answer,
 * this is what was kept. `where` holds texts that must be equal. Throws what the database refuses with.
 */
export async function stored(
  cloud: LocalCloud,
  collectionName: string,
  where: Readonly<Record<string, string>> = {},
): Promise<StoredDocument[]> {
  const response = await cloud.fetch('/admin?env=', {
    json: {
      action: 'database.getDocument',
      collectionName,
      queryType: 'WHERE',
      query: JSON.stringify(where),
      limit: 1000,
    },
  });
  const { data, message } = (await response.json()) as { data?: { list: string[] }; message?: string };
  if (data === undefined) throw new Error(`${collectionName} cannot be read: ${message ?? ''}`);
  return data.list.map((document) => JSON.parse(document, plain) as StoredDocument);
}

/** The only document that fits. Throws when there is none or more than one. */
export async function onlyOne(
  cloud: LocalCloud,
  collectionName: string,
  where: Readonly<Record<string, string>>,
): Promise<StoredDocument> {
  const [document, ...others] = await stored(cloud, collectionName, where);
  if (document === undefined || others.length > 0) {
    const found = document === undefined ? 0 : others.length + 1;
    throw new Error(`${found} of ${collectionName} fit ${JSON.stringify(where)}, not 1.`);
  }
  return document;
}

/** Asks an operation as one person of the cast; it must succeed. */
export async function ask<C extends Contract>(
  cloud: LocalCloud,
  openid: string,
  contract: C,
  input: InputOf<C>,
): Promise<OutputOf<C>> {
  const reply = await cloud.call(openid, contract.function, contract.name, input);
  if (!reply.ok) throw new Error(`${contract.name}: ${JSON.stringify(reply.error)}`);
  return contract.output.parse(reply.data) as OutputOf<C>;
}

/** What the ledger moved for one subject, by account, in fen. Throws when an entry does not sum to zero. */
export async function ledgerOf(cloud: LocalCloud, subject: string): Promise<Record<string, number>> {
  const balance: Record<string, number> = {};
  for (const entry of await stored(cloud, 'ledger', { subject })) {
    const rows = entry.rows as { account: string; amountFen: number }[];
    if (rows.reduce((sum, { amountFen }) => sum + amountFen, 0) !== 0)
      throw new Error(`${entry._id} does not sum to zero.`);
    for (const { account, amountFen } of rows) balance[account] = (balance[account] ?? 0) + amountFen;
  }
  return balance;
}
