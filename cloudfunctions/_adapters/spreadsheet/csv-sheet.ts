import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse';
import { UnreadableSpreadsheet, type Cell, type Sheet, type SheetRow } from '../../_core/ports/spreadsheet';
import type { TextKind } from './file-kind';

/** Longest line; an unclosed quotation mark would swallow the rest of the file. */
const MAX_RECORD_CHARACTERS = 100_000;
const ROWS_AT_A_TIME = 500;

/** Text of the file as it is read. A byte that is no character of the encoding ends it. */
async function* textOf(file: string, encoding: TextKind['encoding']): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(file)) yield decoder.decode(chunk as Buffer, { stream: true });
    yield decoder.decode();
  } catch (thrown) {
    throw new UnreadableSpreadsheet('encoding', { cause: thrown });
  }
}

/** Programs write `="350421…"` so that a spreadsheet keeps the digits: that is text; any other `=` is a formula. */
const cellOf = (text: string): Cell | undefined => {
  if (text === '') return undefined;
  const kept = /^="([^"]*)"$/.exec(text);
  if (kept) return { kind: 'text', text: kept[1] ?? '' };
  return { kind: text.startsWith('=') ? 'formula' : 'text', text };
};

async function* rowsOf(file: string, { encoding, delimiter }: TextKind): AsyncGenerator<readonly SheetRow[]> {
  const parser = parse({
    bom: true,
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: MAX_RECORD_CHARACTERS,
  });
  const feed = async (): Promise<void> => {
    try {
      for await (const text of textOf(file, encoding)) {
        if (!parser.write(text)) await new Promise((go) => parser.once('drain', go));
      }
      parser.end();
    } catch (thrown) {
      parser.destroy(thrown as Error);
    }
  };
  void feed();
  let number = 0;
  let rows: SheetRow[] = [];
  try {
    for await (const record of parser) {
      number += 1;
      rows.push({ number, cells: (record as string[]).map(cellOf) });
      if (rows.length === ROWS_AT_A_TIME) {
        yield rows;
        rows = [];
      }
    }
  } catch (thrown) {
    throw thrown instanceof UnreadableSpreadsheet
      ? thrown
      : new UnreadableSpreadsheet('damaged', { cause: thrown });
  }
  if (rows.length > 0) yield rows;
}

/** A text file with separated values as a sheet. */
export const csvSheet = (file: string, kind: TextKind): Sheet => ({
  name: '',
  rows: () => rowsOf(file, kind),
});
