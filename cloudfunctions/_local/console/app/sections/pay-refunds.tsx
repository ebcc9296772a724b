import type { ReactNode } from 'react';
import type { PayRefund } from '../../../wechat/pay/refunds';
import { momentOf } from '../china-time';
import { Loaded, useLive } from '../live';
import { Amount, Entry, NONE, mono, newestFirst } from '../parts/entry';
import { Facts, Panel } from '../parts/panel';
import { Badge, Empty } from '../parts/states';
import { countOf } from '../sizes';
import type { WechatMoney } from '../wechat-doors';

const REFUND_STATES = {
  PROCESSING: <Badge mood="due">退款中</Badge>,
  SUCCESS: <Badge mood="good">已退</Badge>,
  ABNORMAL: <Badge mood="bad">退不进卡</Badge>,
  CLOSED: <Badge mood="plain">已关闭</Badge>,
} satisfies Record<PayRefund['state'], ReactNode>;

/** Refunds as WeChat Pay keeps them. */
export const Refunds = () => (
  <Loaded of={useLive<WechatMoney>('/_local/wechat/orders')}>
    {({ refunds }) => (
      <Panel title="退款" note={`${countOf(refunds.length)} 笔。`}>
        {refunds.length === 0 ? (
          <Empty icon="wechat" title="还没有退款" note="多付的、关单后才付的，会从这里退回去。" />
        ) : (
          <ul className="card flush rows">
            {newestFirst(refunds).map((refund) => (
              <Refund key={refund.outRefundNo} refund={refund} />
            ))}
          </ul>
        )}
      </Panel>
    )}
  </Loaded>
);

const Refund = ({ refund }: { readonly refund: PayRefund }) => (
  <Entry
    title={refund.reason ?? '退款'}
    note={momentOf(refund.createdAt)}
    amount={<Amount fen={refund.refundFen} />}
    badge={REFUND_STATES[refund.state]}
  >
    <Facts
      of={[
        ['商户退款号', mono(refund.outRefundNo)],
        ['微信退款号', mono(refund.refundId)],
        ['商户订单号', mono(refund.outTradeNo)],
        ['订单金额', <Amount fen={refund.totalFen} />],
        ['退到账', refund.succeededAt === undefined ? NONE : momentOf(refund.succeededAt)],
      ]}
    />
  </Entry>
);
