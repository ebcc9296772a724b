import { Readable } from 'node:stream';
import { openSpreadsheet } from '../../_adapters/spreadsheet/read-spreadsheet';
import { isUnreadable, type Cell, type SheetRow } from '../../_core/ports/spreadsheet';

/** A file as it arrives. */
export const inParts = (bytes: Buffer): Readable =>
  Readable.from(
    Array.from({ length: Math.ceil(bytes.length / 700) }, (_, at) =>
      bytes.subarray(at * 700, (at + 1) * 700),
    ),
  );

/** All rows of one sheet. */
export const rowsOf = async (bytes: Buffer, at = 0): Promise<SheetRow[]> => {
  const file = await openSpreadsheet(inParts(bytes));
  try {
    const rows: SheetRow[] = [];
    for await (const some of file.sheets[at]?.rows() ?? []) rows.push(...some);
    return rows;
  } finally {
    await file.close();
  }
};
export const cellsOf = async (bytes: Buffer): Promise<(Cell | undefined)[][]> =>
  (await rowsOf(bytes)).map(({ cells }) => Array.from(cells));
export const textsOf = async (bytes: Buffer): Promise<string[][]> =>
  (await cellsOf(bytes)).map((cells) => cells.map((cell) => cell?.text ?? ''));

/** Why a file cannot be read. */
export const reasonOf = async (bytes: Buffer): Promise<string> => {
  try {
    await rowsOf(bytes);
    return 'readable';
  } catch (thrown) {
    if (isUnreadable(thrown)) return thrown.reason;
    throw thrown;
  }
};
