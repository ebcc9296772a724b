import type { FunctionsView, Overview as OverviewData } from '../../wire';
import type { MessageBook } from '../../../wechat/messages/subscriptions';
import { Loaded, useLive } from '../live';
import { CallRow } from '../parts/call-row';
import { CopyButton } from '../parts/copy-button';
import { FaultList } from '../parts/fault-list';
import { Panel } from '../parts/panel';
import { Initial, type Person } from '../parts/person';
import { Empty } from '../parts/states';
import { hrefOf } from '../route';
import { bytesOf, countOf } from '../sizes';
import type { WechatMoney } from '../wechat-doors';
import { ClockPanel } from './clock-panel';

const LATEST = 6;

export const Overview = () => {
  const overview = useLive<OverviewData>('/_local/console/overview');
  return (
    <>
      <ClockPanel />
      <Loaded of={overview}>{(data) => <Figures of={data} />}</Loaded>
      <div className="grid halves">
        <People />
        <div className="stack wide">
          <LatestCalls />
          <Panel title="开发故障" note="上了云不会有人说，这里会说。">
            <Loaded of={overview}>
              {({ developmentFaults }) => <FaultList faults={developmentFaults.slice(0, LATEST)} />}
            </Loaded>
          </Panel>
        </div>
      </div>
    </>
  );
};

const Figures = ({ of }: { readonly of: OverviewData }) => {
  const money = useLive<WechatMoney>('/_local/wechat/orders').data;
  const book = useLive<MessageBook>('/_local/wechat/messages').data;
  const paid = money?.orders.filter(({ paidAt }) => paidAt !== undefined).length ?? 0;
  return (
    <ul className="tiles" aria-label="数目">
      <Tile
        href={hrefOf(['functions'])}
        name="函数调用"
        figure={countOf(of.calls.total)}
        note={
          of.calls.failed === 0
            ? `冷启动 ${countOf(of.calls.cold)} 次`
            : `失败 ${countOf(of.calls.failed)} 次`
        }
        bad={of.calls.failed > 0}
      />
      <Tile
        href={hrefOf(['data'])}
        name="记录"
        figure={countOf(of.documents)}
        note={`${countOf(of.collections)} 个集合`}
      />
      <Tile
        href={hrefOf(['files'])}
        name="文件"
        figure={countOf(of.files.count)}
        note={bytesOf(of.files.bytes)}
      />
      <Tile
        href={hrefOf(['wechat'])}
        name="微信订单"
        figure={countOf(money?.orders.length ?? 0)}
        note={`付了 ${countOf(paid)} 笔`}
      />
      <Tile
        href={hrefOf(['messages'])}
        name="消息"
        figure={countOf(book?.messages.length ?? 0)}
        note="发到手机上的"
      />
      <Tile
        href={hrefOf(['faults'])}
        name="开发故障"
        figure={countOf(of.developmentFaults.length)}
        note={of.developmentFaults.length === 0 ? '都好' : '请看一看'}
        bad={of.developmentFaults.length > 0}
      />
    </ul>
  );
};

const Tile = ({
  href,
  name,
  figure,
  note,
  bad = false,
}: {
  readonly href: string;
  readonly name: string;
  readonly figure: string;
  readonly note: string;
  readonly bad?: boolean;
}) => (
  <li>
    <a className="tile" href={href}>
      <span className="second">{name}</span>
      <span className="figure">{figure}</span>
      <span className={bad ? 'second bad' : 'second'}>{note}</span>
    </a>
  </li>
);

const People = () => (
  <Panel title="身份" note="谁都可以当：点名字，用这个身份打开小程序。">
    <Loaded of={useLive<readonly Person[]>('/_local/identities')}>
      {(people) =>
        people.length === 0 ? (
          <Empty icon="person" title="还没有人" note="用示例数据重新启动：npm start -- --fresh" />
        ) : (
          <ul className="card flush rows">
            {people.map((person) => (
              <li key={person.openid} className="person">
                <a
                  className="row"
                  href={`/?as=${encodeURIComponent(person.openid)}`}
                  target="_blank"
                  rel="noreferrer"
                >
                  <Initial name={person.name} />
                  <span className="words">
                    <strong>{person.name}</strong> <span className="second">{person.note}</span>
                    <br />
                    <span className="mono">
                      {person.openid} · {person.role}
                    </span>
                  </span>
                </a>
                <CopyButton text={person.openid} what={`${person.name}的 openid`} />
              </li>
            ))}
          </ul>
        )
      }
    </Loaded>
  </Panel>
);

const LatestCalls = () => (
  <Panel
    title="最近的调用"
    note="点开看那一次的日志。"
    action={
      <a className="button quiet" href={hrefOf(['functions'])}>
        全部
      </a>
    }
  >
    <Loaded of={useLive<FunctionsView>('/_local/console/functions')}>
      {({ calls }) =>
        calls.length === 0 ? (
          <Empty icon="functions" title="还没有调用" note="打开小程序点一点，调用就会出现在这里。" />
        ) : (
          <ul className="card flush rows">
            {calls.slice(0, LATEST).map((call) => (
              <CallRow key={call.requestId} call={call} brief />
            ))}
          </ul>
        )
      }
    </Loaded>
  </Panel>
);
