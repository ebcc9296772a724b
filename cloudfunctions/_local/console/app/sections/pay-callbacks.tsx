import type { ReactNode } from 'react';
import { momentOf } from '../china-time';
import { Loaded, useLive } from '../live';
import { Entry, NONE, mono } from '../parts/entry';
import { Facts, Panel } from '../parts/panel';
import { Badge, Empty } from '../parts/states';
import { countOf } from '../sizes';
import type { WechatCallback, WechatCallbacks } from '../wechat-doors';

const CALLBACK_ENDS = {
  delivered: <Badge mood="good">已送达</Badge>,
  lost: <Badge mood="bad">丢了</Badge>,
  givenUp: <Badge mood="bad">不再发</Badge>,
} satisfies Record<NonNullable<WechatCallback['end']>, ReactNode>;

/** What WeChat told us, or still tries to. */
export const Callbacks = () => (
  <Loaded of={useLive<WechatCallbacks>('/_local/wechat/callbacks')}>
    {({ callbacks }) => (
      <Panel
        title="回调"
        note="没有收到 2xx 就按 15 秒、15 秒、30 秒、3 分钟……再发。要丢、要重、要晚，去“故障”里定。"
      >
        {callbacks.length === 0 ? (
          <Empty icon="wechat" title="还没有回调" note="付了款或退了款，微信就会来通知。" />
        ) : (
          <ul className="card flush rows">
            {callbacks.map((callback) => (
              <Callback key={callback.id} callback={callback} />
            ))}
          </ul>
        )}
      </Panel>
    )}
  </Loaded>
);

const Callback = ({ callback }: { readonly callback: WechatCallback }) => (
  <Entry
    title={callback.summary}
    note={`${momentOf(callback.createdAt)} · 发了 ${countOf(callback.attempts)} 次`}
    badge={callback.end === undefined ? <Badge mood="due">等着发</Badge> : CALLBACK_ENDS[callback.end]}
  >
    <Facts
      of={[
        ['事件', mono(callback.eventType)],
        ['通知号', mono(callback.id)],
        ['商户单号', mono(callback.outTradeNo)],
        ['地址', mono(callback.url)],
        ['每次几份', countOf(callback.copies)],
        [
          '上次回答',
          callback.lastStatus === undefined
            ? NONE
            : callback.lastStatus === 0
              ? '没有回答'
              : `HTTP ${String(callback.lastStatus)}`,
        ],
        ['下次', callback.end === undefined ? momentOf(callback.nextAt) : NONE],
      ]}
    />
  </Entry>
);
