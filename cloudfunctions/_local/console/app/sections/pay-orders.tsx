import type { ReactNode } from 'react';
import type { PayOrder } from '../../../wechat/pay/orders';
import { momentOf } from '../china-time';
import { Loaded, useLive } from '../live';
import { Amount, Entry, NONE, mono, newestFirst } from '../parts/entry';
import { Facts, Panel } from '../parts/panel';
import { nameIn, usePeople, type Person } from '../parts/person';
import { Badge, Empty } from '../parts/states';
import { countOf } from '../sizes';
import type { WechatMoney } from '../wechat-doors';

const ORDER_STATES = {
  NOTPAY: <Badge mood="due">待付款</Badge>,
  SUCCESS: <Badge mood="good">已支付</Badge>,
  REFUND: <Badge mood="info">有退款</Badge>,
  CLOSED: <Badge mood="plain">已关闭</Badge>,
} satisfies Record<PayOrder['state'], ReactNode>;

/** Orders as WeChat Pay keeps them. */
export const Orders = () => {
  const people = usePeople();
  return (
    <Loaded of={useLive<WechatMoney>('/_local/wechat/orders')}>
      {({ orders }) => (
        <Panel title="订单" note={`${countOf(orders.length)} 笔，照微信支付那边记的。`}>
          {orders.length === 0 ? (
            <Empty icon="wechat" title="还没有订单" note="在小程序里买一份，走到付款，订单就会出现在这里。" />
          ) : (
            <ul className="card flush rows">
              {newestFirst(orders).map((order) => (
                <Order key={order.outTradeNo} order={order} people={people} />
              ))}
            </ul>
          )}
        </Panel>
      )}
    </Loaded>
  );
};

const Order = ({ order, people }: { readonly order: PayOrder; readonly people: readonly Person[] }) => (
  <Entry
    title={order.description}
    note={`${nameIn(people, order.payerOpenid)} · ${momentOf(order.createdAt)}`}
    amount={<Amount fen={order.totalFen} />}
    badge={ORDER_STATES[order.state]}
  >
    <Facts
      of={[
        ['商户订单号', mono(order.outTradeNo)],
        ['微信订单号', order.transactionId === undefined ? NONE : mono(order.transactionId)],
        ['付款人', mono(order.payerOpenid)],
        ['付款时间', order.paidAt === undefined ? NONE : momentOf(order.paidAt)],
        ['最晚付款', order.expiresAt === undefined ? NONE : momentOf(order.expiresAt)],
        ['已退', <Amount fen={order.refundedFen} />],
        ['prepay_id', mono(order.prepayId)],
        ['回调地址', mono(order.notifyUrl)],
      ]}
    />
    {order.state === 'NOTPAY' && (
      <p>
        <a
          className="button"
          href={`/_local/cashier?prepay_id=${encodeURIComponent(order.prepayId)}`}
          target="_blank"
          rel="noreferrer"
        >
          打开收银台
        </a>
      </p>
    )}
  </Entry>
);
