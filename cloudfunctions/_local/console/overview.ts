import { tallyOf } from './functions-view';
import type { ConsoleParts } from './console-parts';
import type { Overview } from './wire';

const MOST_FAULTS = 200;

/** The state of the whole cloud in a few figures. */
export function overviewOf(parts: ConsoleParts): Overview {
  const { clock, database, storage, runner } = parts;
  const collections = database.describeCollections();
  const files = storage.list('');
  return {
    environment: parts.environment,
    appid: parts.appid,
    offsetMs: clock.offsetMs(),
    calls: tallyOf(runner.latestCalls()),
    collections: collections.length,
    documents: collections.reduce((sum, { count }) => sum + count, 0),
    files: { count: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) },
    developmentFaults: parts.developmentFaults().slice(-MOST_FAULTS).reverse(),
  };
}
