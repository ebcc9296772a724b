import { databaseAt, sdkAt, type Row, type SdkCollection } from '../testing-sdk';
import { BATCH, bytesOf, type Progress, type Promised } from './writers';

/** The SDK answers at most this many documents at once. */
const PAGE = 1000;

async function everyRow(collection: SdkCollection): Promise<Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const { data } = await collection.skip(rows.length).limit(PAGE).get();
    rows.push(...data);
    if (data.length < PAGE) return rows;
  }
}

const within = (value: number, { acknowledged, asked }: Progress): boolean =>
  value >= acknowledged && value <= asked;

/** Compares a started local cloud with what its clients were told before. Answers what is wrong, a line each. */
export async function brokenPromises(url: string, promised: Promised): Promise<string[]> {
  const db = databaseAt(url);
  const rows = (name: string): Promise<Row[]> => everyRow(db.collection(name));
  const ids = async (name: string): Promise<Set<unknown>> =>
    new Set((await rows(name)).map(({ _id }) => _id));
  const broken: string[] = [];

  const singles = await ids('singles');
  for (const id of promised.singles) if (!singles.has(id)) broken.push(`singles: ${id} is lost`);

  const batches = new Map<unknown, number>();
  for (const { batch } of await rows('batches')) batches.set(batch, (batches.get(batch) ?? 0) + 1);
  for (const [batch, held] of batches) {
    if (held !== BATCH) broken.push(`batches: ${String(batch)} holds ${held} of ${BATCH}`);
  }
  for (const [batch, fate] of promised.batches) {
    if (fate === 'stored' && !batches.has(batch)) broken.push(`batches: ${batch} is lost`);
    if (fate === 'removed' && batches.has(batch)) broken.push(`batches: ${batch} came back`);
  }

  const counters = new Map((await rows('counters')).map((row) => [row._id, row]));
  for (const [name, progress] of promised.counters) {
    const value = Number(counters.get(name)?.value ?? 0);
    if (!within(value, progress)) broken.push(`counters: ${name} stands at ${value}, ${told(progress)}`);
  }

  const lefts = await rows('lefts');
  const rights = await ids('rights');
  const leftIds = new Set(lefts.map(({ _id }) => _id));
  const sums = new Map<unknown, number>();
  for (const { _id, writer } of lefts) {
    sums.set(writer, (sums.get(writer) ?? 0) + 1);
    if (!rights.has(_id)) broken.push(`transactions: of ${String(_id)} the right half is missing`);
  }
  for (const id of rights) {
    if (!leftIds.has(id)) broken.push(`transactions: of ${String(id)} the left half is missing`);
  }
  for (const [id] of promised.transfers) if (!leftIds.has(id)) broken.push(`transactions: ${id} is lost`);
  for (const [writer, sum] of sums) {
    const stored = Number(counters.get(writer)?.sum ?? 0);
    if (stored !== sum) broken.push(`transactions: the sum of ${String(writer)} is ${stored}, not ${sum}`);
  }

  for (const [name, fileID] of promised.fileIDs) {
    broken.push(...(await brokenFile(url, name, fileID, promised.progress(promised.files, name))));
  }
  const { now } = (await (await fetch(`${url}/_local/clock`)).json()) as { now: number };
  if (now < promised.clock.acknowledged) {
    broken.push(`clock: it stands at ${now}, before ${promised.clock.acknowledged}`);
  }
  return broken;
}

function told({ acknowledged, asked }: Progress): string {
  return `acknowledged ${acknowledged}, asked for ${asked}`;
}

/** A file must be one whole version of those that may be there. */
async function brokenFile(url: string, name: string, fileID: string, progress: Progress): Promise<string[]> {
  const { fileList } = await sdkAt(url).getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] });
  const address = fileList[0]?.tempFileURL ?? '';
  if (address === '') return [`files: ${name} is lost`];
  const answer = await fetch(address);
  const text = await answer.text();
  const version = Number(text.split(' ')[1]);
  if (answer.ok && within(version, progress) && text === bytesOf(name, version)) return [];
  return [`files: ${name} answers ${answer.status} with version ${version}, ${told(progress)}`];
}
