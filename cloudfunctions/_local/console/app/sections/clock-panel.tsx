import { useId, useState, type FormEvent } from 'react';
import {
  dayOf,
  fieldOf,
  lengthOf,
  longDayOf,
  minuteOf,
  momentOfField,
  nextMonthOf,
  timeOf,
  tomorrowOf,
} from '../china-time';
import { ask } from '../doors';
import { useRefresh } from '../live';
import { useNow } from '../now';
import { Notice } from '../parts/states';

const HOUR = 3_600_000;

const STEPS: readonly { readonly name: string; readonly from: (now: number) => number }[] = [
  { name: '+1 小时', from: (now) => now + HOUR },
  { name: '+1 天', from: (now) => now + 24 * HOUR },
  { name: '+7 天', from: (now) => now + 7 * 24 * HOUR },
  { name: '+30 天', from: (now) => now + 30 * 24 * HOUR },
  { name: '明天 0 点', from: tomorrowOf },
  { name: '下月 1 日', from: nextMonthOf },
];

type Outcome = { readonly mood: 'good' | 'bad'; readonly text: string } | undefined;

/** The cloud's time, and moving it: first chosen, then said back, then done, because there is no way back. */
export const ClockPanel = () => {
  const now = useNow();
  const refresh = useRefresh();
  const field = useId();
  const [wanted, setWanted] = useState('');
  const [moving, setMoving] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const target = momentOfField(wanted);
  const ahead = now === undefined || target === undefined ? 0 : target - now;

  const choose = (value: string): void => {
    setWanted(value);
    setOutcome(undefined);
  };
  const move = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (target === undefined || ahead <= 0) return;
    setMoving(true);
    try {
      const { now: reached } = await ask<{ now: number }>('/_local/clock', {
        method: 'POST',
        body: { now: target },
      });
      setOutcome({
        mood: 'good',
        text: `拨到了 ${dayOf(reached)} ${minuteOf(reached)}，到点的定时任务都跑完了。`,
      });
      setWanted('');
      await refresh();
    } catch (error) {
      setOutcome({ mood: 'bad', text: error instanceof Error ? error.message : String(error) });
    } finally {
      setMoving(false);
    }
  };

  return (
    <section className="clock" aria-label="时钟">
      <div className="clock-face">
        <p className="second">云上时间</p>
        <p className="clock-time">{now === undefined ? '--:--:--' : timeOf(now)}</p>
        <p className="second">{now === undefined ? ' ' : longDayOf(now)}</p>
      </div>
      <form className="stack" onSubmit={(event) => void move(event)}>
        <ul className="chips" aria-label="往后拨">
          {STEPS.map(({ name, from }) => (
            <li key={name}>
              <button
                type="button"
                className="chip"
                disabled={now === undefined || moving}
                onClick={() => now !== undefined && choose(fieldOf(from(now) + 59_999))}
              >
                {name}
              </button>
            </li>
          ))}
        </ul>
        <div className="clock-move">
          <div className="field">
            <label htmlFor={field}>拨到（中国时间）</label>
            <input
              id={field}
              type="datetime-local"
              value={wanted}
              disabled={moving}
              onChange={(event) => choose(event.target.value)}
            />
          </div>
          <button type="submit" className="button primary" disabled={ahead <= 0 || moving}>
            {moving ? '正在拨…' : ahead > 0 ? `往后拨 ${lengthOf(ahead)}` : '拨时钟'}
          </button>
        </div>
        <p className="second">
          {target !== undefined && ahead <= 0
            ? '时钟只能往后拨，请选一个更晚的时间。'
            : '只能往后拨，退不回来；到点的定时任务会先跑完。'}
        </p>
        {outcome !== undefined && <Notice mood={outcome.mood}>{outcome.text}</Notice>}
      </form>
    </section>
  );
};
