import type { CallRecord } from '../../../functions/runner';
import { momentOf, timeOf } from '../china-time';
import { hrefOf } from '../route';
import { durationOf } from '../sizes';
import { Badge } from './states';

const OUTCOMES = {
  ok: '成功',
  'not-found': '没有此函数',
  timeout: '超时',
  memory: '内存超限',
  crash: '崩溃',
  error: '出错',
  'too-large': '回答过大',
  busy: '并发已满',
} satisfies Record<CallRecord['outcome'], string>;

/** Who called. */
export const TRIGGERS = {
  client: '小程序',
  function: '别的函数',
  timer: '定时任务',
  http: 'HTTP',
} satisfies Record<CallRecord['trigger'], string>;

export const Outcome = ({ of }: { readonly of: CallRecord['outcome'] }) => (
  <Badge mood={of === 'ok' ? 'good' : 'bad'}>{OUTCOMES[of]}</Badge>
);

/** One call of a function, leading to its log. */
export const CallRow = ({ call, brief = false }: { readonly call: CallRecord; readonly brief?: boolean }) => (
  <li>
    <a className="row" href={hrefOf(['functions', 'calls', call.requestId])}>
      <span className="words">
        <strong>{call.operation}</strong>{' '}
        <span className="second">
          {call.functionName}
          {!brief && ` · ${TRIGGERS[call.trigger]}`}
        </span>
        <br />
        <span className="small">
          {brief ? timeOf(call.at) : momentOf(call.at)} · {durationOf(call.durationMs)} ·{' '}
          {call.cold ? '冷启动' : '热启动'}
        </span>
      </span>
      {!brief && <span className="mono end call-id">{call.requestId}</span>}
      <Outcome of={call.outcome} />
    </a>
  </li>
);
