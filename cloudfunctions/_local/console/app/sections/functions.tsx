import type { CallRecord } from '../../../functions/runner';
import type { FunctionsView, FunctionView } from '../../wire';
import { momentOf } from '../china-time';
import { Loaded, useLive, type Live } from '../live';
import { CallRow, Outcome, TRIGGERS } from '../parts/call-row';
import { LogLines } from '../parts/log-lines';
import { Chips, Facts, Panel } from '../parts/panel';
import { Empty } from '../parts/states';
import { hrefOf, type Route } from '../route';
import { countOf, durationOf } from '../sizes';
import { Timers } from './timers';

const VIEWS = [
  { path: 'calls', name: '调用' },
  { path: 'logs', name: '日志' },
  { path: 'timers', name: '定时任务' },
] as const;

/** `#/functions/calls|logs|timers?of=FUNCTION`, `#/functions/calls/REQUESTID`. */
export const Functions = ({ route }: { readonly route: Route }) => {
  const functions = useLive<FunctionsView>('/_local/console/functions');
  const [view = 'calls', requestId] = route.rest;
  const of = route.query.get('of') ?? '';
  if (view === 'calls' && requestId !== undefined) return <OneCall of={functions} requestId={requestId} />;
  return (
    <>
      <Loaded of={functions}>
        {(data) =>
          data.functions.length === 0 ? (
            <Empty icon="functions" title="还没有函数" note="先构建：npm run build functions" />
          ) : (
            <ul className="tiles wide" aria-label="函数">
              {data.functions.map((each) => (
                <FunctionTile key={each.name} of={each} view={view} chosen={each.name === of} />
              ))}
            </ul>
          )
        }
      </Loaded>
      <Chips
        label="看什么"
        of={VIEWS.map(({ path, name }) => ({
          name,
          href: hrefOf(['functions', path], { of }),
          chosen: path === view,
        }))}
      />
      {view === 'logs' && <Logs source={of} />}
      {view === 'timers' && <Timers of={functions} functionName={of} />}
      {view === 'calls' && <Calls of={functions} functionName={of} />}
    </>
  );
};

const FunctionTile = ({
  of,
  view,
  chosen,
}: {
  readonly of: FunctionView;
  readonly view: string;
  readonly chosen: boolean;
}) => (
  <li>
    <a
      className="tile"
      href={hrefOf(['functions', view], { of: chosen ? '' : of.name })}
      aria-current={chosen ? 'true' : undefined}
    >
      <strong>{of.name}</strong>
      <span className="second">
        {countOf(of.calls.total)} 次
        {of.calls.failed > 0 && <span className="bad"> · 失败 {countOf(of.calls.failed)}</span>}
      </span>
      <span className="small">
        冷启动 {countOf(of.calls.cold)} · 实例 {countOf(of.instances.alive)}
        {of.instances.busy > 0 && `（${countOf(of.instances.busy)} 个在忙）`}
      </span>
      <span className="small">
        限时 {of.timeoutMs / 1000} 秒 · {of.memoryMb} MB
      </span>
    </a>
  </li>
);

const titleOf = (functionName: string, all: string): string => (functionName === '' ? all : functionName);

const Calls = ({ of, functionName }: { readonly of: Live<FunctionsView>; readonly functionName: string }) => (
  <Panel title={`${titleOf(functionName, '全部函数')}的调用`} note="最近 200 次，新的在上面。点开看日志。">
    <Loaded of={of}>
      {({ calls }) => {
        const shown = calls.filter((call) => functionName === '' || call.functionName === functionName);
        return shown.length === 0 ? (
          <Empty icon="functions" title="还没有调用" note="打开小程序点一点，调用就会出现在这里。" />
        ) : (
          <ul className="card flush rows">
            {shown.map((call) => (
              <CallRow key={call.requestId} call={call} />
            ))}
          </ul>
        );
      }}
    </Loaded>
  </Panel>
);

const Logs = ({ source }: { readonly source: string }) => (
  <Panel title={`${titleOf(source, '全部')}的日志`} note="最近 300 行，新的在上面。">
    <LogLines source={source} text="" empty="函数写的每一行，还有本地云自己的话，都会出现在这里。" />
  </Panel>
);

const OneCall = ({ of, requestId }: { readonly of: Live<FunctionsView>; readonly requestId: string }) => (
  <>
    <p>
      <a className="button" href={hrefOf(['functions'])}>
        返回全部调用
      </a>
    </p>
    <Loaded of={of}>
      {({ calls }) => {
        const call = calls.find((each) => each.requestId === requestId);
        return call === undefined ? (
          <Empty icon="functions" title="没有这次调用" note="只留最近 200 次；日志可能还在下面。" />
        ) : (
          <CallFacts call={call} />
        );
      }}
    </Loaded>
    <Panel title="这次调用的日志" note="写有这个请求号的行。">
      <LogLines source="" text={requestId} empty="这次调用没有写日志。" />
    </Panel>
  </>
);

const CallFacts = ({ call }: { readonly call: CallRecord }) => (
  <Panel title={call.operation} note={call.functionName} action={<Outcome of={call.outcome} />}>
    <div className="card">
      <Facts
        of={[
          ['请求号', <span className="mono">{call.requestId}</span>],
          ['谁调用', TRIGGERS[call.trigger]],
          ['结束', momentOf(call.at)],
          ['用时', durationOf(call.durationMs)],
          ['启动', call.cold ? '冷启动：新开了一个实例' : '热启动：用了已有的实例'],
        ]}
      />
    </div>
  </Panel>
);
