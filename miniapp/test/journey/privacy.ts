/** Whether people can be recognised where they must not be. */
import { HOUSEHOLDS } from 'shared/testing/cast';
import type { LocalCloud } from '../local-cloud';
import { stored } from './records';

const people = HOUSEHOLDS.flatMap(({ members, phone }) => [
  phone,
  ...members.flatMap(({ name, idNumber }) => [name, idNumber]),
]);

/** Names, ID numbers and phones of the families that stand in a text. */
export const personalDataIn = (text: string): string[] => people.filter((told) => text.includes(told));

/** Every collection that knows of a family. */
const collections = [
  'accidents',
  'answers',
  'audit_rows',
  'claims',
  'figure_events',
  'households',
  'ledger',
  'messages',
  'orders',
  'payouts',
  'person_covers',
  'policies',
];

/** Yuan and dates say nothing by themselves. */
const isFigure = (text: string): boolean => /^[\d.:-]{1,10}$/.test(text);

/** Personal data, and what hands wrote on phones, that can be read in the database without the keys. */
export async function personalDataStored(cloud: LocalCloud, written: readonly string[]): Promise<string[]> {
  const documents = await Promise.all(collections.map((name) => stored(cloud, name)));
  const text = JSON.stringify(documents);
  return [...personalDataIn(text), ...written.filter((words) => !isFigure(words) && text.includes(words))];
}
