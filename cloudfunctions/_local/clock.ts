import type { LocalClock, StateStore } from './wechat-side';

/** Refused: the local cloud's time only goes forward, because records and timers of the future would contradict it. */
export class ClockBackwards extends Error {
  constructor(now: number) {
    super(
      `the clock stands at ${new Date(now).toISOString()} and only goes forward; start afresh to go back`,
    );
    this.name = 'ClockBackwards';
  }
}

const OFFSET_KEY = 'clock/offsetMs';

/** The local cloud's time: the machine's plus an offset that survives a restart. */
export class MovableClock implements LocalClock {
  private readonly listeners = new Set<(now: number) => Promise<void> | void>();
  private offset: number;

  constructor(private readonly state: StateStore) {
    this.offset = state.get<number>(OFFSET_KEY) ?? 0;
  }

  now(): number {
    return Date.now() + this.offset;
  }

  /** How far ahead of (or, from the first start, behind) the machine this clock is, in milliseconds. */
  offsetMs(): number {
    return this.offset;
  }

  onMoved(listener: (now: number) => Promise<void> | void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Sets the time of a new data folder, which may lie in the past. */
  async startAt(now: number): Promise<void> {
    await this.store(now - Date.now());
  }

  /** Moves the clock to `target` (epoch milliseconds) and waits for everything that became due. */
  moveTo(target: number): Promise<number> {
    return this.advance(target - this.now());
  }

  /** Moves the clock forward by `ms`, however long the request for it was on the way, and waits as `moveTo` does. */
  async advance(ms: number): Promise<number> {
    if (ms < 0) throw new ClockBackwards(this.now());
    await this.store(this.offset + ms);
    for (const listener of this.listeners) await listener(this.now());
    return this.now();
  }

  private async store(offset: number): Promise<void> {
    await this.state.put(OFFSET_KEY, offset);
    this.offset = offset;
  }
}
