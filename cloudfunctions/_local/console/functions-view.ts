import type { CallRecord } from '../functions/runner';
import type { ConsoleParts } from './console-parts';
import type { FunctionsView, FunctionView, LogsView } from './wire';

const MOST_CALLS = 200;
const MOST_LINES = 300;

/** How many of the kept calls there were, went wrong, and began cold. */
export function tallyOf(calls: readonly CallRecord[]): FunctionView['calls'] {
  return {
    total: calls.length,
    failed: calls.filter(({ outcome }) => outcome !== 'ok').length,
    cold: calls.filter(({ cold }) => cold).length,
  };
}

export function functionsView({ catalogue, runner, timers }: ConsoleParts): FunctionsView {
  const calls = runner.latestCalls();
  const deployed = catalogue.all();
  return {
    functions: deployed.map(({ name, timeoutMs, memoryMb }) => ({
      name,
      timeoutMs,
      memoryMb,
      instances: runner.instancesOf(name),
      calls: tallyOf(calls.filter(({ functionName }) => functionName === name)),
    })),
    timers: timers.list(),
    calls: calls.slice(-MOST_CALLS).reverse(),
  };
}

/** The latest lines of one source, or of all, that hold a text. */
export function logsView({ log }: ConsoleParts, query: URLSearchParams): LogsView {
  const source = query.get('source') ?? '';
  const text = query.get('text') ?? '';
  const lines = log.latest(source === '' ? undefined : source);
  return {
    lines: lines
      .filter((line) => line.text.includes(text))
      .slice(-MOST_LINES)
      .reverse(),
  };
}
