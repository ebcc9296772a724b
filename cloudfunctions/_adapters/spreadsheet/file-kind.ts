import { open, readFile } from 'node:fs/promises';
import { UnreadableSpreadsheet } from '../../_core/ports/spreadsheet';

/** What a file's beginning tells, whatever its name says. */
export type FileKind = 'zip' | TextKind;

/** Text with separated values. */
export interface TextKind {
  readonly encoding: TextEncodingName;
  readonly delimiter: ',' | '\t' | ';';
}
type TextEncodingName = 'utf-8' | 'gb18030' | 'utf-16le';

/** So much is looked at to tell one encoding from another. */
const SAMPLE_BYTES = 256 * 1024;

const startsWith = (bytes: Buffer, hex: string): boolean =>
  bytes.subarray(0, hex.length / 2).toString('hex') === hex;

/** The beginnings of kinds that people rename: PDF, PNG, JPEG, GIF, RAR, 7z, gzip, Windows and Linux programs. */
const OTHER_KINDS = [
  '25504446',
  '89504e47',
  'ffd8ff',
  '47494638',
  '52617221',
  '377abcaf',
  '1f8b',
  '4d5a',
  '7f454c46',
];
/** An old binary workbook, or a container around an encrypted one. Source: MS-CFB 2.2. */
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

/** An encrypted workbook is a stream `EncryptedPackage` in a compound file. Source: MS-OFFCRYPTO 1.3.3. */
const refuseCompound = async (file: string): Promise<never> => {
  const isEncrypted = (await readFile(file)).includes(Buffer.from('EncryptedPackage', 'utf16le'));
  throw new UnreadableSpreadsheet(isEncrypted ? 'encrypted' : 'oldExcel');
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

const encodingOf = (sample: Buffer): TextEncodingName => {
  if (startsWith(sample, 'fffe')) return 'utf-16le';
  // No text that a spreadsheet program writes holds a zero byte.
  if (sample.includes(0)) throw new UnreadableSpreadsheet('otherKind');
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

/** Throws UnreadableSpreadsheet for everything that is neither a zip nor text. */
export const kindOf = async (file: string): Promise<FileKind> => {
  const sample = await sampleOf(file);
  if (sample.toString('latin1').trim() === '') throw new UnreadableSpreadsheet('empty');
  if (startsWith(sample, '504b')) return 'zip';
  if (startsWith(sample, COMPOUND_FILE)) return refuseCompound(file);
  if (OTHER_KINDS.some((hex) => startsWith(sample, hex))) throw new UnreadableSpreadsheet('otherKind');
  const encoding = encodingOf(sample);
  const text = new TextDecoder(encoding).decode(sample);
  // Many office systems export a web page and call it .xls.
  if (/^\s*<(!doctype|html|\?xml|table|meta)/i.test(text)) throw new UnreadableSpreadsheet('webPage');
  return { encoding, delimiter: delimiterOf(text) };
};
