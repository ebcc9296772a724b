import type { MessageBook } from '../../wechat/messages/subscriptions';
import type { Callbacks } from '../../wechat/pay/callbacks';
import type { Account } from '../../wechat/pay/funds';
import type { PayOrder } from '../../wechat/pay/orders';
import type { PayRefund } from '../../wechat/pay/refunds';
import type { Transfer } from '../../wechat/pay/transfers/transfers';

/** `GET /_local/wechat/orders` */
export interface WechatMoney {
  readonly orders: readonly PayOrder[];
  readonly refunds: readonly PayRefund[];
}

export type WechatCallback = ReturnType<Callbacks['list']>[number];

/** `GET /_local/wechat/callbacks`, newest first. */
export interface WechatCallbacks {
  readonly callbacks: readonly WechatCallback[];
}

/** `GET /_local/wechat/transfers` */
export interface WechatTransfers {
  readonly transfers: readonly Transfer[];
}

/** `GET /_local/wechat/funds`, fen. */
export type WechatFunds = Readonly<Record<Account, number>>;

export type WechatMessage = MessageBook['messages'][number];
