import type { CallView } from '../../wire';
import { momentOf, timeOf } from '../china-time';
import { hrefOf } from '../route';
import { durationOf } from '../sizes';
import { Badge } from './states';

const OUTCOMES: Readonly<Record<string, string>> = {
  ok: '成功',
  'not-found': '没有此函数',
  timeout: '超时',
  memory: '内存超限',
  crash: '崩溃',
  error: '出错',
  'too-large': '回答过大',
  busy: '并发已满',
  killed: '被终止',
};

export const Outcome = ({ of }: { readonly of: string }) => (
  <Badge mood={of === 'ok' ? 'good' : 'bad'}>{OUTCOMES[of] ?? of}</Badge>
);

/** One call of a function, leading to its log. */
export const CallRow = ({ call, brief = false }: { readonly call: CallView; readonly brief?: boolean }) => (
  <li>
    <a className="row" href={hrefOf(['functions', 'calls', call.requestId])}>
      <span className="words">
        <strong>{call.functionName}</strong>
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
