import { EXAMPLE_MARK, ROSTER_COLUMNS, type RosterField, type RosterHeader } from './columns';
import { readCell, shownValue, type CellFault, type GivenCell } from './given-cell';
import type { RosterFault } from './roster.schema';

/** A row of a roster as it was understood. */
export interface RosterRow {
  /** As spreadsheet programs count. */
  readonly number: number;
  /** What stands in each column, as it is meant; '' where nothing does. */
  readonly texts: Readonly<Record<RosterField, string>>;
  readonly faults: readonly RosterFault[];
}

/** A → 0, B → 1, AA → 26: what a column is called in spreadsheet programs. */
const letterOf = (position: number): string =>
  (position >= 26 ? letterOf(Math.floor(position / 26) - 1) : '') + String.fromCharCode(65 + (position % 26));

/** What a column is called in faults: its letter and its header. */
const columnName = (header: RosterHeader, field: RosterField): string => {
  const column = header.columns.get(field);
  return column ? `${letterOf(column.position)} ${column.title}` : ROSTER_COLUMNS[field].title;
};

/** A fault at a cell of a row. */
export const faultAt = (
  header: RosterHeader,
  row: { readonly number: number; readonly texts: Partial<Readonly<Record<RosterField, string>>> },
  field: RosterField,
  { reason, advice }: CellFault,
): RosterFault => ({
  row: row.number,
  column: columnName(header, field),
  value: shownValue(field, row.texts[field] ?? ''),
  reason,
  advice,
});

const NOTHING: Readonly<Record<RosterField, string>> = {
  household: '',
  name: '',
  idNumber: '',
  relation: '',
  phone: '',
  township: '',
  village: '',
  regionCode: '',
  group: '',
  birthDay: '',
  sex: '',
};

/** Whether the header stands here again, as at the top of each printed page. */
const isHeaderAgain = (header: RosterHeader, cells: readonly (GivenCell | undefined)[]): boolean =>
  [...header.columns.values()].every(({ position, title }) => cells[position]?.text.trim() === title);

/**
 * Reads a row below the header; undefined for a blank one, for the header again and for the template's example. Cells of
 * other columns are not looked at.
 */
export const readRow = (
  header: RosterHeader,
  number: number,
  cells: readonly (GivenCell | undefined)[],
): RosterRow | undefined => {
  if (isHeaderAgain(header, cells)) return undefined;
  const texts = { ...NOTHING };
  const unreadable: [RosterField, CellFault][] = [];
  let isBlank = true;
  for (const [field, { position }] of header.columns) {
    const cell = cells[position];
    if (!cell) continue;
    const read = readCell(field, cell);
    if (read.fault) unreadable.push([field, read.fault]);
    else texts[field] = read.text;
    if (read.fault || read.text !== '') isBlank = false;
  }
  if (isBlank || Object.values(texts).some((text) => text.startsWith(`${EXAMPLE_MARK}(`))) return undefined;
  const row = { number, texts };
  return { ...row, faults: unreadable.map(([field, fault]) => faultAt(header, row, field, fault)) };
};
