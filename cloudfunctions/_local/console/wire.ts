import type { Fault } from '../engine/fault';
import type { Explanation } from '../engine/query-reader';
import type { LogLine } from '../functions/function-log';
import type { CallRecord } from '../functions/runner';

/**
 * What the doors under `/_local/console/` answer and the page reads. Times are epoch milliseconds of the local
 * clock, sizes bytes, documents EJSON as stored: sealed fields stay sealed.
 */

/** Something the cloud would have let pass silently. */
export interface ReportedFault extends Fault {
  readonly at: number;
}

/** `GET overview` */
export interface Overview {
  readonly environment: string;
  readonly appid: string;
  /** How far ahead of the machine's clock the local one is; negative when behind. */
  readonly offsetMs: number;
  readonly calls: { readonly total: number; readonly failed: number; readonly cold: number };
  readonly collections: number;
  readonly documents: number;
  readonly files: { readonly count: number; readonly bytes: number };
  /** Newest first. */
  readonly developmentFaults: readonly ReportedFault[];
}

export interface FunctionView {
  readonly name: string;
  readonly timeoutMs: number;
  readonly memoryMb: number;
  readonly instances: { readonly alive: number; readonly busy: number };
  readonly calls: { readonly total: number; readonly failed: number; readonly cold: number };
}

export interface TimerView {
  readonly name: string;
  readonly functionName: string;
  /** Seven fields, China time. */
  readonly cron: string;
  readonly nextAt?: number | undefined;
}

/** `GET functions`: calls newest first. */
export interface FunctionsView {
  readonly functions: readonly FunctionView[];
  readonly timers: readonly TimerView[];
  readonly calls: readonly CallRecord[];
}

/** `GET logs?source=&text=`: newest first, at most 300. */
export interface LogsView {
  readonly lines: readonly LogLine[];
}

export interface IndexView {
  readonly name: string;
  readonly keys: readonly { readonly field: string; readonly direction: 1 | -1 }[];
  readonly unique: boolean;
  /** Some document holds an array in an indexed field. */
  readonly multikey: boolean;
}

export interface CollectionView {
  readonly name: string;
  readonly count: number;
  readonly indexes: readonly IndexView[];
}

/** `GET collections` */
export interface CollectionsView {
  readonly collections: readonly CollectionView[];
}

/** Body of `POST query`. `filter` and `sort` are EJSON text; empty text stands for `{}`. */
export interface QueryWish {
  readonly collection: string;
  readonly filter: string;
  readonly sort: string;
  readonly skip: number;
  /** At most 100. */
  readonly limit: number;
}

/** `data` of what `POST query` answers; `documents` in canonical EJSON. */
export interface QueryResult {
  readonly documents: readonly Readonly<Record<string, unknown>>[];
  readonly explain: Explanation;
}

export interface FileView {
  readonly path: string;
  readonly size: number;
  readonly contentType: string;
  readonly storedAt: number;
}

/** `GET files`: newest first. */
export interface FilesView {
  readonly files: readonly FileView[];
}
