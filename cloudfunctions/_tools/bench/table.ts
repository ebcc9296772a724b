/** One line of the table: a figure beside the limit it must keep. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Empty where the figure is for orientation. */
  readonly limit: string;
  readonly met: boolean;
}

/** A figure for orientation only. */
export const note = (what: string, measured: string): Row => ({ what, measured, limit: '', met: true });

export const atMost = (what: string, value: number, limit: number, unit: string, detail = ''): Row => ({
  what,
  measured: `${value.toFixed(2)}${unit}${detail}`,
  limit: `≤ ${limit}${unit}`,
  met: value <= limit,
});

export const atLeast = (what: string, value: number, limit: number, unit: string): Row => ({
  what,
  measured: `${Math.round(value)}${unit}`,
  limit: `≥ ${limit}${unit}`,
  met: value >= limit,
});

export const printTable = (rows: readonly Row[]): void => {
  const width = (column: (row: Row) => string): number => Math.max(...rows.map((row) => column(row).length));
  const [what, measured, limit] = [
    width((row) => row.what),
    width((row) => row.measured),
    width((row) => row.limit),
  ];
  for (const row of rows) {
    const verdict = row.limit === '' ? '' : row.met ? 'met' : 'MISSED';
    console.log(
      `${row.what.padEnd(what)}  ${row.measured.padEnd(measured)}  ${row.limit.padEnd(limit)}  ${verdict}`.trimEnd(),
    );
  }
};
