import { type LocalClock } from '../../wechat-side';

/** Work that falls due by the local clock. */
export interface DueWork {
  /** When the next piece falls due; `undefined` when nothing waits. */
  nextAt(): number | undefined;
  /** Does everything due at `now`; what that makes due is asked for again. */
  runDue(now: number): Promise<void>;
}

export interface Schedule {
  /** Something may have become due: starts work without waiting for it. */
  poke(): void;
  /** Resolves when nothing due is left undone. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;
/** What was due while nothing ran waits until the server listens: callbacks go to this very server. */
const START_DELAY_MS = 1_000;

/** Runs due work as time passes and before a move of the clock is acknowledged; never twice at the same time. */
export const createSchedule = (
  clock: LocalClock,
  works: readonly DueWork[],
  log: (line: string) => void,
): Schedule => {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const soonest = (): number | undefined => {
    const times = works.map((work) => work.nextAt()).filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  };
  const isDue = (): boolean => (soonest() ?? Infinity) <= clock.now();

  const runAll = async (): Promise<void> => {
    while (!closed && isDue()) {
      for (const work of works) await work.runDue(clock.now());
    }
  };
  const wait = (atLeastMs = 0): void => {
    clearTimeout(timer);
    const next = soonest();
    if (closed || next === undefined) return;
    const delay = Math.max(next - clock.now(), atLeastMs);
    timer = setTimeout(() => void run(), Math.min(delay, LONGEST_TIMEOUT_MS));
    timer.unref();
  };
  const run = (): Promise<void> => {
    running = running
      .then(runAll)
      .catch((error: unknown) => log(`wechat: scheduled work failed: ${String(error)}`))
      .then(() => wait());
    return running;
  };

  const stopListening = clock.onMoved(() => run());
  wait(START_DELAY_MS);

  return {
    poke: () => void run(),
    settled: () => run(),
    async close() {
      closed = true;
      stopListening();
      clearTimeout(timer);
      await running;
    },
  };
};
