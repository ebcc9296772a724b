/** What a phone did, for budgets: the same numbers that WeChat's 体验评分 looks at. */

export interface SetDataRecord {
  page: string;
  /** Milliseconds since the phone was switched on. */
  atMs: number;
  bytes: number;
  /** The first paths written. */
  paths: string[];
}

/** The cost of what happened between two moments. */
export interface SetDataCost {
  calls: number;
  bytes: number;
  /** Bytes of the largest call. */
  largest: number;
  /** The most calls within any one second. */
  peakPerSecond: number;
}

/** The size of what is rendered. */
export interface TreeSize {
  nodes: number;
  depth: number;
  mostChildren: number;
}

/** Sums up calls of setData. */
export function costOf(records: readonly SetDataRecord[]): SetDataCost {
  const inOneSecond = records.map(
    ({ atMs }) => records.filter((other) => other.atMs >= atMs && other.atMs <= atMs + 1000).length,
  );
  return {
    calls: records.length,
    bytes: records.reduce((sum, { bytes }) => sum + bytes, 0),
    largest: Math.max(0, ...records.map(({ bytes }) => bytes)),
    peakPerSecond: Math.max(0, ...inOneSecond),
  };
}
