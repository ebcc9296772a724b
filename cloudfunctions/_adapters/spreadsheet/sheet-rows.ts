import type { Cell, CellKind, MergedRange, SheetRow } from '../../_core/ports/spreadsheet';
import { unescaped } from './shared-parts';
import type { XmlListener } from './xml-events';

/** Columns beyond are no list of people; a cell's address alone must not make a row of a million places. */
const MAX_COLUMNS = 200;
/** Most merged ranges that are told of. */
const MAX_MERGED = 100_000;

/** What cells of a workbook refer to. */
export interface SharedParts {
  readonly texts: readonly string[];
  readonly isDate: (style: string | undefined) => boolean;
}

/** A1 → column 0, row 1; BC12 → column 54, row 12. */
const addressOf = (reference: string): { column: number; row: number } => {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return { column: column - 1, row: Number(reference.slice(at)) };
};

const mergedOf = (reference: string): MergedRange | undefined => {
  const [from = '', to = ''] = reference.split(':');
  const [first, last] = [addressOf(from), addressOf(to)];
  const range = {
    firstRow: first.row,
    lastRow: last.row,
    firstColumn: first.column,
    lastColumn: last.column,
  };
  return Object.values(range).every(Number.isInteger) ? range : undefined;
};

const KINDS: Readonly<Record<string, CellKind>> = {
  s: 'text',
  str: 'text',
  inlineStr: 'text',
  b: 'truth',
  e: 'error',
  d: 'date',
};

/** Hears a sheet and keeps the rows that were completed since they were last taken. Source: ECMA-376 part 1, 18.3.1. */
export const sheetRows = (
  shared: SharedParts,
): XmlListener & { readonly take: () => readonly SheetRow[]; readonly merged: readonly MergedRange[] } => {
  const merged: MergedRange[] = [];
  let rows: SheetRow[] = [];
  let number = 0;
  let cells: (Cell | undefined)[] = [];
  let column = -1;
  let type: string | undefined;
  let style: string | undefined;
  let isFormula = false;
  let said = '';
  let isValue = false;
  let isReading = false;

  const cell = (): Cell | undefined => {
    if (isFormula) return { kind: 'formula', text: '' };
    if (said === '') return undefined;
    if (type === 's') {
      const text = shared.texts[Number(said)] ?? '';
      return text === '' ? undefined : { kind: 'text', text };
    }
    const kind = type === undefined || type === 'n' ? 'number' : (KINDS[type] ?? 'error');
    return {
      kind: kind === 'number' && shared.isDate(style) ? 'date' : kind,
      text: kind === 'text' ? unescaped(said) : said,
    };
  };

  return {
    merged,
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    },
    open: (name, attributes) => {
      if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : addressOf(reference).column;
        type = attributes['t'];
        style = attributes['s'];
        isFormula = false;
        said = '';
      } else if (name === 'v' || name === 't') isValue = !isReading;
      else if (name === 'rPh') isReading = true;
      else if (name === 'f') isFormula = true;
      else if (name === 'row') {
        const told = Number(attributes['r']);
        number = Number.isInteger(told) && told > 0 ? told : number + 1;
        cells = [];
        column = -1;
      } else if (name === 'mergeCell' && merged.length < MAX_MERGED) {
        const range = mergedOf(attributes['ref'] ?? '');
        if (range) merged.push(range);
      }
    },
    text: (text) => {
      if (isValue) said += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') isValue = false;
      else if (name === 'rPh') isReading = false;
      else if (name === 'c') {
        if (column >= 0 && column < MAX_COLUMNS) cells[column] = cell();
      } else if (name === 'row') rows.push({ number, cells });
    },
  };
};
