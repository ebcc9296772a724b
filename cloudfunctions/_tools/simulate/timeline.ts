import type { Chance } from './chance';

interface Waiting {
  readonly process: Process;
  readonly at: number;
  readonly resume: () => void;
}

/** One run of a handler, a phone or a timer: it may be struck dead at any wait, and then nothing of it happens any more. */
export class Process {
  isDead = false;
  private readonly lastWords: (() => void)[] = [];

  /** Runs when the process dies: what the cloud does then, for example ends its transaction. */
  onDeath(act: () => void): void {
    this.lastWords.push(act);
  }

  kill(): void {
    this.isDead = true;
    for (const act of this.lastWords.splice(0)) act();
  }
}

/**
 * Resolves after every promise that can go on has done so: a tick follows them all. Nothing in a run waits for more than
 * promises, neither for a disk nor for a timer of the machine.
 */
const whenAllIsSaid = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/** How far the clock moves on with every step, milliseconds. */
const LONGEST_STEP_MS = 400;

/**
 * A world of its own time in which everything that waits is resumed one after another, in an order that chance decides:
 * all interleavings of concurrent handlers can happen, and the same seed repeats one exactly.
 */
export class Timeline {
  private waiting: Waiting[] = [];

  constructor(
    private readonly chance: Chance,
    private time: number,
  ) {}

  now(): number {
    return this.time;
  }

  /** Waits until it is this process's turn, at the earliest in `ms`. Never answers a dead process. */
  turn(process: Process, ms = 0): Promise<void> {
    return new Promise((resume) => {
      if (!process.isDead) this.waiting.push({ process, at: this.time + ms, resume });
    });
  }

  /** Resumes whoever waits until nobody does. */
  async run(): Promise<void> {
    for (;;) {
      // All that follows from the last resumption happens before anybody else moves.
      await whenAllIsSaid();
      this.waiting = this.waiting.filter(({ process }) => !process.isDead);
      const soonest = Math.min(...this.waiting.map(({ at }) => at));
      if (soonest === Infinity) return;
      this.time = Math.max(this.time + this.chance.between(0, LONGEST_STEP_MS), soonest);
      const ready = this.waiting.filter(({ at }) => at <= this.time);
      const next = ready[this.chance.between(0, ready.length - 1)];
      this.waiting = this.waiting.filter((other) => other !== next);
      next?.resume();
    }
  }
}
