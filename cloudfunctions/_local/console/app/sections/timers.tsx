import { useState } from 'react';
import type { FunctionsView, TimerView } from '../../wire';
import { dayOf, minuteOf } from '../china-time';
import { ask } from '../doors';
import { Loaded, useRefresh, type Live } from '../live';
import { JsonView } from '../parts/json-view';
import { Panel } from '../parts/panel';
import { Empty, Notice } from '../parts/states';

/** The timers of the functions; each can be run now. */
export const Timers = ({
  of,
  functionName,
}: {
  readonly of: Live<FunctionsView>;
  readonly functionName: string;
}) => (
  <Panel title="定时任务" note="按云上时间自动跑；也可以现在就跑一次。">
    <Loaded of={of}>
      {({ timers }) => {
        const shown = timers.filter((timer) => functionName === '' || timer.functionName === functionName);
        return shown.length === 0 ? (
          <Empty
            icon="clock"
            title="没有定时任务"
            note="函数的 config.json 里写了 triggers，就会出现在这里。"
          />
        ) : (
          <ul className="card flush rows">
            {shown.map((timer) => (
              <TimerRow key={timer.name} timer={timer} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  </Panel>
);

type Run =
  | { readonly state: 'running' }
  | { readonly state: 'done'; readonly data: unknown }
  | { readonly state: 'failed'; readonly reason: string };

const TimerRow = ({ timer }: { readonly timer: TimerView }) => {
  const refresh = useRefresh();
  const [run, setRun] = useState<Run>();
  const runNow = async (): Promise<void> => {
    setRun({ state: 'running' });
    try {
      const { data } = await ask<{ data: unknown }>(`/_local/timers/${encodeURIComponent(timer.name)}`, {
        method: 'POST',
      });
      setRun({ state: 'done', data });
    } catch (error) {
      setRun({ state: 'failed', reason: error instanceof Error ? error.message : String(error) });
    }
    await refresh();
  };
  return (
    <li>
      <div className="row">
        <span className="words">
          <strong>{timer.name}</strong>
          <br />
          <span className="small">
            {timer.functionName} · <code>{timer.cron}</code>
            {timer.nextAt !== undefined && (
              <>
                <br />
                下次 {dayOf(timer.nextAt)} {minuteOf(timer.nextAt)}
              </>
            )}
          </span>
        </span>
        <button
          type="button"
          className="button"
          disabled={run?.state === 'running'}
          onClick={() => void runNow()}
        >
          {run?.state === 'running' ? '正在跑…' : '现在跑'}
        </button>
      </div>
      {run?.state === 'failed' && (
        <div className="inside">
          <Notice mood="bad">{run.reason}</Notice>
        </div>
      )}
      {run?.state === 'done' && (
        <div className="inside stack">
          <Notice mood="good">跑完了，它的回答：</Notice>
          <JsonView value={run.data} />
        </div>
      )}
    </li>
  );
};
