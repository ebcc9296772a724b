import {
  UnreadableSpreadsheet,
  type Cell,
  type CellKind,
  type SheetRow,
} from '../../_core/ports/spreadsheet';
import { unescaped } from './shared-parts';
import type { XmlListener } from './xml-events';

/** Columns beyond are no list of people; a cell's address alone must not make a row of a million places. */
const MAX_COLUMNS = 200;
/** Longest text of one cell, in however many runs it is written. Source: Excel "specifications and limits". */
const MAX_CELL_CHARACTERS = 32_767;

/** What cells of a workbook refer to. */
export interface SharedParts {
  readonly texts: readonly string[];
  readonly isDate: (style: string | undefined) => boolean;
}

/** A1 → 0, BC12 → 54. */
const columnOf = (reference: string): number => {
  let column = 0;
  for (let at = 0; at < reference.length; at += 1) {
    const letter = reference.charCodeAt(at) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
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
): XmlListener & { readonly take: () => readonly SheetRow[] } => {
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
    take: () => {
      const taken = rows;
      rows = [];
      return taken;
    },
    open: (name, attributes) => {
      if (name === 'c') {
        const reference = attributes['r'];
        column = reference === undefined ? column + 1 : columnOf(reference);
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
      }
    },
    text: (text) => {
      if (!isValue) return;
      said += text;
      if (said.length > MAX_CELL_CHARACTERS) throw new UnreadableSpreadsheet('bomb');
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
