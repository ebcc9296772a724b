import type { RosterRow } from './read-row';

/** Rows of a roster, the header not among them. */
export const MAX_ROSTER_ROWS = 100_000;
/** Rows on which a repeated number stands that are told. */
const ROWS_TOLD = 4;

/** What must be known of a whole roster before its first household can be judged. */
export interface RosterSurvey {
  readonly rowsTotal: number;
  /** The last row of each household, so that its people may stand anywhere in the file. */
  readonly lastRow: ReadonlyMap<string, number>;
  /** Rows on which an ID number stands, for those that stand on several. */
  readonly repeated: ReadonlyMap<string, readonly number[]>;
}

/** Under what a row's household is known: its number, or the row itself where there is none. */
const householdKeyOf = ({ number, texts }: RosterRow): string =>
  texts.household === '' ? `#${String(number)}` : texts.household;

/** Collects a survey row by row; keeps numbers and keys, never a row. */
export const startSurvey = (): {
  readonly take: (row: RosterRow) => void;
  readonly end: () => RosterSurvey;
} => {
  let rowsTotal = 0;
  const lastRow = new Map<string, number>();
  const firstRow = new Map<string, number>();
  const repeated = new Map<string, number[]>();
  return {
    take: (row) => {
      rowsTotal += 1;
      lastRow.set(householdKeyOf(row), row.number);
      const { idNumber } = row.texts;
      if (idNumber === '') return;
      const first = firstRow.get(idNumber);
      if (first === undefined) {
        firstRow.set(idNumber, row.number);
        return;
      }
      const rows = repeated.get(idNumber) ?? [first];
      if (rows.length < ROWS_TOLD) rows.push(row.number);
      repeated.set(idNumber, rows);
    },
    end: () => ({ rowsTotal, lastRow, repeated }),
  };
};

/** Gathers rows into households; each comes out when its last row went in. */
export const gatherHouseholds = ({
  lastRow,
}: Pick<RosterSurvey, 'lastRow'>): ((row: RosterRow) => readonly RosterRow[] | undefined) => {
  const open = new Map<string, RosterRow[]>();
  return (row) => {
    const key = householdKeyOf(row);
    const rows = open.get(key) ?? [];
    rows.push(row);
    if (lastRow.get(key) !== row.number) {
      open.set(key, rows);
      return undefined;
    }
    open.delete(key);
    return rows;
  };
};
