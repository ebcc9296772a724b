import { createHash, randomUUID } from 'node:crypto';
import { open, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  MAX_SPREADSHEET_BYTES,
  UnreadableSpreadsheet,
  type OpenSpreadsheet,
  type Sheet,
} from '../../_core/ports/spreadsheet';
import { csvSheet } from './csv-sheet';
import { kindOf } from './file-kind';
import { openWorkbook } from './workbook';

interface Spooled {
  readonly file: string;
  readonly sha256: string;
  readonly sizeBytes: number;
}

/** Writes what arrives to the function's own disk; refuses what is larger than a roster can be as soon as it is. */
const spool = async (bytes: AsyncIterable<Uint8Array>): Promise<Spooled> => {
  const file = path.join(tmpdir(), `spreadsheet-${randomUUID()}`);
  const hash = createHash('sha256');
  const target = await open(file, 'wx');
  let sizeBytes = 0;
  try {
    for await (const part of bytes) {
      sizeBytes += part.length;
      if (sizeBytes > MAX_SPREADSHEET_BYTES) throw new UnreadableSpreadsheet('tooLarge');
      hash.update(part);
      await target.write(part);
    }
  } catch (thrown) {
    await rm(file, { force: true });
    throw thrown;
  } finally {
    await target.close();
  }
  return { file, sha256: hash.digest('hex'), sizeBytes };
};

const sheetsOf = async (
  file: string,
): Promise<{ kind: 'xlsx' | 'csv'; sheets: readonly Sheet[]; close: () => void }> => {
  const kind = await kindOf(file);
  if (kind === 'zip') return { kind: 'xlsx', ...(await openWorkbook(file)) };
  return { kind: 'csv', sheets: [csvSheet(file, kind)], close: () => undefined };
};

/** See `SpreadsheetPort.open`. */
export const openSpreadsheet = async (bytes: AsyncIterable<Uint8Array>): Promise<OpenSpreadsheet> => {
  const { file, sha256, sizeBytes } = await spool(bytes);
  try {
    const { kind, sheets, close } = await sheetsOf(file);
    return {
      kind,
      sha256,
      sizeBytes,
      sheets,
      content: () => readFile(file),
      close: async () => {
        close();
        await rm(file, { force: true });
      },
    };
  } catch (thrown) {
    await rm(file, { force: true });
    throw thrown;
  }
};
