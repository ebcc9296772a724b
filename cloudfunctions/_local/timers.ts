import { CronExpression } from './cron';
import type { FunctionCatalogue, Trigger } from './functions/catalogue';
import type { FunctionRunner } from './functions/runner';
import type { MovableClock } from './clock';

/** The longest a timer of Node may wait, milliseconds. */
const LONGEST_WAIT = 2 ** 31 - 1;

interface Timer {
  readonly functionName: string;
  readonly trigger: Trigger;
  readonly cron: CronExpression;
  /** Epoch milliseconds of the local clock; undefined when it never runs again. */
  nextAt: number | undefined;
}

/**
 * Fires the functions' timers by the local clock, in China time. When the clock is moved forward, every timer that
 * became due fires once, however often it would have.
 */
export class Timers {
  private timers: Timer[] = [];
  private wait: NodeJS.Timeout | undefined;
  private readonly stopListening: () => void;

  constructor(
    private readonly catalogue: FunctionCatalogue,
    private readonly runner: FunctionRunner,
    private readonly clock: MovableClock,
    private readonly log: (line: string) => void,
    /** False: timers run only when asked for by name. */
    private readonly automatic: boolean,
  ) {
    this.reload();
    this.stopListening = automatic ? clock.onMoved(() => this.fireDue()) : () => undefined;
    this.schedule();
  }

  names(): string[] {
    return this.timers.map(({ trigger }) => trigger.name);
  }

  /** Every timer with its plan and when it runs next. */
  list(): { name: string; functionName: string; cron: string; nextAt: number | undefined }[] {
    return this.timers.map(({ functionName, trigger, nextAt }) => ({
      name: trigger.name,
      functionName,
      cron: trigger.cron,
      nextAt,
    }));
  }

  /** Runs a timer now and answers its function's result as JSON text; undefined when there is no such timer. */
  async runNow(name: string): Promise<string | undefined> {
    this.reload();
    const timer = this.timers.find(({ trigger }) => trigger.name === name);
    return timer === undefined ? undefined : this.fire(timer);
  }

  close(): void {
    this.stopListening();
    clearTimeout(this.wait);
  }

  /** Reads the declared timers again; the build may have changed them. */
  private reload(): void {
    const before = this.timers;
    this.timers = this.catalogue.all().flatMap((deployed) =>
      deployed.triggers.flatMap((trigger) => {
        const known = before.find(
          (timer) =>
            timer.functionName === deployed.name &&
            timer.trigger.name === trigger.name &&
            timer.trigger.cron === trigger.cron,
        );
        if (known !== undefined) return known;
        const cron = this.readCron(deployed.name, trigger);
        if (cron === undefined) return [];
        return { functionName: deployed.name, trigger, cron, nextAt: cron.nextAfter(this.clock.now()) };
      }),
    );
  }

  /** A timer that the cloud would refuse never runs, and the log says why. */
  private readCron(functionName: string, { name, cron }: Trigger): CronExpression | undefined {
    try {
      return new CronExpression(cron);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.log(`timer ${name} of ${functionName} is refused: ${reason}`);
      return undefined;
    }
  }

  private schedule(): void {
    if (!this.automatic) return;
    clearTimeout(this.wait);
    const next = Math.min(...this.timers.map(({ nextAt }) => nextAt ?? Infinity));
    if (next === Infinity) return;
    const delay = Math.min(Math.max(next - this.clock.now(), 0), LONGEST_WAIT);
    this.wait = setTimeout(() => void this.fireDue(), delay);
    this.wait.unref();
  }

  private async fireDue(): Promise<void> {
    const now = this.clock.now();
    const due = this.timers.filter(({ nextAt }) => nextAt !== undefined && nextAt <= now);
    for (const timer of due) timer.nextAt = timer.cron.nextAfter(now);
    this.schedule();
    for (const timer of due) {
      await this.fire(timer).catch((error: unknown) => {
        this.log(`timer ${timer.trigger.name}: ${error instanceof Error ? error.message : String(error)}`);
      });
    }
  }

  private fire({ functionName, trigger }: Timer): Promise<string> {
    const event = {
      Type: 'Timer',
      TriggerName: trigger.name,
      Time: new Date(this.clock.now()).toISOString(),
      Message: '',
    };
    return this.runner.invoke({ name: functionName, event, openid: '', trigger: 'timer' });
  }
}
