import type { Readable } from 'node:stream';
import { open, type Entry, type ZipFile } from 'yauzl';
import { UnreadableSpreadsheet } from '../../_core/ports/spreadsheet';

/** More parts than any workbook of people has. */
const MAX_ENTRIES = 2_000;
/** Most bytes that one part may inflate to: a sheet of 100,000 rows with twenty columns takes some 120 MB. */
const MAX_INFLATED_BYTES = 300 * 1024 * 1024;
/** Most bytes that all parts together may inflate to: several sheets are looked at for the one that is a roster. */
const MAX_INFLATED_IN_ALL_BYTES = 2 * MAX_INFLATED_BYTES;
/** Sheets shrink to a tenth or a thirtieth; what shrinks further than this holds nothing but repetition. */
const MAX_RATIO = 120;
/** Below so many bytes a ratio means nothing. */
const RATIO_COUNTS_FROM_BYTES = 4 * 1024 * 1024;

/** A zip file whose parts are inflated as they are read, within limits that hold whatever its directory claims. */
export interface ZipArchive {
  /** As they are written; asked for, a name counts in whatever case. Source: ECMA-376 part 2, 6.2.2.3. */
  readonly names: readonly string[];
  readonly has: (name: string) => boolean;
  /** The part inflated; undefined when there is none. Ends early, at no cost, when the reader stops. */
  readonly read: (name: string) => AsyncIterable<Buffer> | undefined;
  readonly close: () => void;
}

const inflatesTooFar = (inflated: number, compressed: number): boolean =>
  inflated > MAX_INFLATED_BYTES || (inflated > RATIO_COUNTS_FROM_BYTES && inflated > compressed * MAX_RATIO);

const opened = (file: string): Promise<ZipFile> =>
  new Promise((resolve, reject) =>
    open(file, { lazyEntries: true, autoClose: false }, (error, zip) =>
      error ? reject(error) : resolve(zip),
    ),
  );

const plain = (name: string): string => name.toLowerCase();

const directoryOf = (zip: ZipFile): Promise<ReadonlyMap<string, Entry>> =>
  new Promise((resolve, reject) => {
    if (zip.entryCount > MAX_ENTRIES) {
      reject(new UnreadableSpreadsheet('bomb'));
      return;
    }
    const entries = new Map<string, Entry>();
    zip.on('entry', (entry: Entry) => {
      entries.set(plain(entry.fileName), entry);
      zip.readEntry();
    });
    zip.on('end', () => {
      // A part that inflates to more than the directory says is stopped while it is read.
      const inAll = [...entries.values()].reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0);
      if (inAll > MAX_INFLATED_IN_ALL_BYTES) reject(new UnreadableSpreadsheet('bomb'));
      else resolve(entries);
    });
    zip.on('error', reject);
    zip.readEntry();
  });

const streamOf = (zip: ZipFile, entry: Entry): Promise<Readable> =>
  new Promise((resolve, reject) =>
    zip.openReadStream(entry, (error, stream) => (error ? reject(error) : resolve(stream))),
  );

async function* inflated(zip: ZipFile, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.isEncrypted()) throw new UnreadableSpreadsheet('encrypted');
  if (inflatesTooFar(entry.uncompressedSize, entry.compressedSize)) throw new UnreadableSpreadsheet('bomb');
  let bytes = 0;
  try {
    for await (const part of await streamOf(zip, entry)) {
      bytes += (part as Buffer).length;
      if (inflatesTooFar(bytes, entry.compressedSize)) throw new UnreadableSpreadsheet('bomb');
      yield part as Buffer;
    }
  } catch (thrown) {
    throw thrown instanceof UnreadableSpreadsheet
      ? thrown
      : new UnreadableSpreadsheet('damaged', { cause: thrown });
  }
}

/** Throws UnreadableSpreadsheet. */
export const openArchive = async (file: string): Promise<ZipArchive> => {
  let zip: ZipFile | undefined;
  try {
    const archive = (zip = await opened(file));
    const entries = await directoryOf(archive);
    return {
      names: [...entries.values()].map(({ fileName }) => fileName),
      has: (name) => entries.has(plain(name)),
      read: (name) => {
        const entry = entries.get(plain(name));
        return entry && inflated(archive, entry);
      },
      close: () => archive.close(),
    };
  } catch (thrown) {
    zip?.close();
    throw thrown instanceof UnreadableSpreadsheet
      ? thrown
      : new UnreadableSpreadsheet('damaged', { cause: thrown });
  }
};
