import { Cron } from 'croner';

/**
 * When a timer runs: seven fields (second, minute, hour, day, month, weekday, year) in China time. A day and a weekday
 * both given mean either of them. Source: WeChat Cloud "定时触发器", "Cron 表达式".
 */
export class CronExpression {
  private readonly cron: Cron;

  /** Throws what is wrong with the expression. */
  constructor(readonly text: string) {
    this.cron = new Cron(text, {
      mode: '7-part',
      timezone: 'Asia/Shanghai',
      paused: true,
      // `1/10`: from the first on, every tenth.
      sloppyRanges: true,
    });
  }

  /** The first time after `now` (epoch milliseconds), undefined when there is none. */
  nextAfter(now: number): number | undefined {
    return this.cron.nextRun(new Date(now))?.getTime();
  }
}
