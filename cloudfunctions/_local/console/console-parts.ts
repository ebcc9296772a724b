import type { MovableClock } from '../clock';
import type { DocumentDatabase } from '../engine/database';
import type { FunctionCatalogue } from '../functions/catalogue';
import type { FunctionLog } from '../functions/function-log';
import type { FunctionRunner } from '../functions/runner';
import type { FileStorage } from '../storage/storage';
import type { Timers } from '../timers';
import type { ReportedFault } from './wire';

/** What the console looks at. */
export interface ConsoleParts {
  readonly environment: string;
  readonly appid: string;
  readonly clock: MovableClock;
  readonly database: DocumentDatabase;
  readonly catalogue: FunctionCatalogue;
  readonly runner: FunctionRunner;
  readonly log: FunctionLog;
  readonly storage: FileStorage;
  readonly timers: Timers;
  /** Oldest first. */
  readonly developmentFaults: () => readonly ReportedFault[];
}
