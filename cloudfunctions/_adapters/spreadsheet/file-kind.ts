import { open } from 'node:fs/promises';
import { fileKindOf, type FileKind as AnyKind } from '../../_core/file-kind';
import { UnreadableSpreadsheet, type UnreadableReason } from '../../_core/ports/spreadsheet';
import { compoundReason } from './other-programs';

/** What a file's beginning tells, whatever its name says. */
export type FileKind = 'zip' | TextKind;

/** Text with separated values. */
export interface TextKind {
  readonly encoding: TextEncodingName;
  readonly delimiter: ',' | '\t' | ';';
}
type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be';

/** So much is looked at to tell one encoding from another. */
const SAMPLE_BYTES = 256 * 1024;

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

/** Kinds that people rename or send by mistake, told by how they begin; others hold what no text holds. */
const OTHER_KINDS: Partial<Record<AnyKind, UnreadableReason>> = {
  jpeg: 'picture',
  png: 'picture',
  webp: 'picture',
  heic: 'picture',
  avif: 'picture',
  gif: 'picture',
  pdf: 'pdf',
  document: 'textDocument',
  archive: 'archive',
};
/** A document of an old office program, or a container around an encrypted one. Source: MS-CFB 2.2. */
const COMPOUND_FILE = 'd0cf11e0a1b11ae1';

const sampleOf = async (file: string): Promise<Buffer> => {
  const handle = await open(file, 'r');
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
};

const decodes = (sample: Buffer, encoding: TextEncodingName): boolean => {
  try {
    // A character cut by the sample's end is no fault.
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true });
    return true;
  } catch {
    return false;
  }
};

const CONTROL_CHARACTERS = /[^\P{Cc}\t\r\n]/u;

/**
 * Text of two bytes a character without a mark: what separates and ends lines has a zero byte, in the first place or in
 * the second and never in both; anything else with a zero byte is no text.
 */
const wideEncodingOf = (sample: Buffer): TextEncodingName => {
  const encoding = sample.indexOf(0) % 2 === 0 ? 'utf-16be' : 'utf-16le';
  const isText =
    decodes(sample, encoding) &&
    !CONTROL_CHARACTERS.test(new TextDecoder(encoding).decode(sample, { stream: true }));
  if (!isText) throw new UnreadableSpreadsheet('otherKind');
  return encoding;
};

const encodingOf = (sample: Buffer): TextEncodingName => {
  if (startsWith(sample, 'fffe')) return 'utf-16le';
  if (startsWith(sample, 'feff')) return 'utf-16be';
  if (sample.includes(0)) return wideEncodingOf(sample);
  if (decodes(sample, 'utf-8')) return 'utf-8';
  if (decodes(sample, 'gb18030')) return 'gb18030';
  throw new UnreadableSpreadsheet('encoding');
};

/** Lines that are looked at: titles and notes may stand above the header. */
const LINES_LOOKED_AT = 20;

/** What the first line is separated with that is separated at all. */
const delimiterOf = (text: string): TextKind['delimiter'] => {
  const lines = text.split('\n', LINES_LOOKED_AT);
  const line = lines.find((one) => /[\t;,]/.test(one)) ?? '';
  if (line.includes('\t')) return '\t';
  return line.split(';').length > line.split(',').length ? ';' : ',';
};

/** Text that marks up, and what it is then: many office systems export a web page and call it .xls. */
const MARKED_UP: readonly (readonly [pattern: RegExp, reason: UnreadableReason])[] = [
  [/opendocument:xmlns:office/, 'openDocument'],
  [/schemas-microsoft-com:office:spreadsheet/, 'xmlTable'],
  [/^/, 'webPage'],
];
/** So much of it is looked at. */
const MARK_UP_CHARACTERS = 4096;

/** Throws UnreadableSpreadsheet for everything that is neither a zip nor text. */
export const kindOf = async (file: string): Promise<FileKind> => {
  const sample = await sampleOf(file);
  if (sample.toString('latin1').trim() === '') throw new UnreadableSpreadsheet('empty');
  if (startsWith(sample, '504b')) return 'zip';
  if (startsWith(sample, COMPOUND_FILE)) throw new UnreadableSpreadsheet(await compoundReason(file));
  const otherKind = OTHER_KINDS[fileKindOf(sample)];
  if (otherKind !== undefined) throw new UnreadableSpreadsheet(otherKind);
  const encoding = encodingOf(sample);
  const text = new TextDecoder(encoding).decode(sample);
  if (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(text)) {
    const head = text.slice(0, MARK_UP_CHARACTERS);
    throw new UnreadableSpreadsheet(MARKED_UP.find(([pattern]) => pattern.test(head))?.[1] ?? 'webPage');
  }
  return { encoding, delimiter: delimiterOf(text) };
};
