import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { UnreadableSpreadsheet, type UnreadableReason } from '../../_core/ports/spreadsheet';
import type { ZipArchive } from './zip-archive';

/** Entries of a compound file's directory lie at multiples of this. Source: MS-CFB 2.6.1. */
const ENTRY_BYTES = 128;

/** Streams of a compound file that tell its program. Source: MS-OFFCRYPTO 1.3.3, MS-XLS 2.1.2, MS-DOC 2.1, MS-PPT 2.1.2. */
const STREAMS: readonly (readonly [name: string, reason: UnreadableReason])[] = [
  ['EncryptedPackage', 'encrypted'],
  ['Workbook', 'oldExcel'],
  ['Book', 'oldExcel'],
  ['WordDocument', 'textDocument'],
  ['PowerPoint Document', 'slides'],
];

/** Where a stream is first named in the directory; behind all else when it is not. */
const placeOf = (bytes: Buffer, name: string): number => {
  const named = Buffer.from(`${name}\0`, 'utf16le');
  let at = bytes.indexOf(named);
  while (at >= 0 && at % ENTRY_BYTES !== 0) at = bytes.indexOf(named, at + 1);
  return at < 0 ? bytes.length : at;
};

/** What a compound file is: what is embedded in it is named behind its own streams. */
export const compoundReason = async (file: string): Promise<UnreadableReason> => {
  const bytes = await readFile(file);
  const [first] = STREAMS.map(([name, reason]) => ({ reason, place: placeOf(bytes, name) })).sort(
    (one, other) => one.place - other.place,
  );
  return first && first.place < bytes.length ? first.reason : 'otherKind';
};

/** Parts of a zip that tell its program. */
const PARTS: readonly (readonly [part: RegExp, reason: UnreadableReason])[] = [
  [/^xl\/workbook\.bin$/, 'binaryExcel'],
  [/^word\//, 'textDocument'],
  [/^ppt\//, 'slides'],
  [/\.iwa$|^Index\.zip$/, 'appleDocument'],
];

/** What programs of OpenDocument write into the part `mimetype`. Source: ODF 1.3 part 2, 3.3. */
const OPEN_DOCUMENTS: readonly (readonly [kind: RegExp, reason: UnreadableReason])[] = [
  [/opendocument\.spreadsheet/, 'openDocument'],
  [/opendocument\.text/, 'textDocument'],
  [/opendocument\.presentation/, 'slides'],
];

/** Refuses a zip without a workbook for what it is: another program's document, else files packed together. */
export const refuseOtherZip = async (archive: ZipArchive): Promise<never> => {
  const part = PARTS.find(([pattern]) => archive.names.some((name) => pattern.test(name)));
  if (part) throw new UnreadableSpreadsheet(part[1]);
  const mimetype = archive.read('mimetype');
  if (mimetype === undefined) throw new UnreadableSpreadsheet('archive');
  const kind = (await buffer(mimetype)).toString('latin1');
  const known = OPEN_DOCUMENTS.find(([pattern]) => pattern.test(kind));
  throw new UnreadableSpreadsheet(known?.[1] ?? 'otherKind');
};
