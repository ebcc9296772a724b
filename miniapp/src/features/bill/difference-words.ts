import type { DifferenceView } from 'shared/order/bill.contracts';
import type { BillFault } from 'shared/order/bill.schema';

/** A difference in plain words. */
interface DifferenceWords {
  /** In a few words, for the badge. */
  readonly name: string;
  /** What happened. */
  readonly what: string;
  /** What the cashier does now. */
  readonly step: string;
}

const AGAIN = '系统每小时会再问一次微信，问清楚了会自己了结。';

const PAYMENT: Readonly<Record<BillFault, DifferenceWords>> = {
  unknownToUs: {
    name: '账上没记收款',
    what: '微信说这笔付成了，我们的订单还没记上。',
    step: `${AGAIN}过了一天还在，请把单号交给技术支持。先不要在商户平台退款，免得退两次。`,
  },
  notInBill: {
    name: '账单里没有',
    what: '账上记了这笔收款，微信当天的账单里没有。',
    step: '请到商户平台的“交易中心”按商户订单号查。查不到，请把单号交给技术支持核对。',
  },
  otherAmount: {
    name: '收款金额不一样',
    what: '微信收的钱和账上记的不一样。',
    step: '请到商户平台的“交易中心”查实收金额，把单号交给技术支持改账。',
  },
  unfinished: {
    name: '没出单也没退',
    what: '钱收到了，保单还没有出，钱也没有退回去。',
    step: '系统每小时会再办一次。过了一天还在，请把单号交给技术支持，并打电话告诉这家人钱还在。',
  },
  stuck: {
    name: '没出单也没退',
    what: '钱收到了，保单没有出，钱也退不回去。',
    step: '请把单号交给技术支持。',
  },
};

const REFUND: Readonly<Record<BillFault, DifferenceWords>> = {
  unknownToUs: {
    name: '账上没记退款',
    what: '微信退了这笔钱，我们没有发起过，可能有人在商户平台手动退过。',
    step: '请问清是谁退的、为什么退。保单还有效的，请交主管决定怎么办，再写明了结。',
  },
  notInBill: {
    name: '账单里没有退款',
    what: '账上记了退款，微信当天的账单里没有，或者没退成。',
    step: '请到商户平台的“交易中心”按退款单号查。没退成的，请把单号交给技术支持重新发起。',
  },
  otherAmount: {
    name: '退款金额不一样',
    what: '微信退的钱和账上记的不一样。',
    step: '请到商户平台的“交易中心”查实退金额，把单号交给技术支持改账。',
  },
  unfinished: {
    name: '退款没办完',
    what: '这笔退款还没有办完。',
    step: AGAIN,
  },
  stuck: {
    name: '退不回去',
    what: '付款人的账户收不了这笔退款（注销、冻结或换了卡），钱还在商户号里。',
    step: '请到商户平台的“交易中心”找到这笔退款，点“处理异常退款”：请付款人给一张本人的银行卡，或先退到商户的银行账户再转给本人。办好后系统会自己了结。',
  },
};

const NOT_OURS: DifferenceWords = {
  name: '不是我们的单',
  what: '微信有这笔钱，单号不是暖家保开出的。',
  step: '请到商户平台的“交易中心”按微信支付单号查。别的业务收的，写明后了结；来历不明的，请交主管。',
};

/** What a difference means and what to do about it. */
export const differenceWords = ({ kind, fault, orderId }: DifferenceView): DifferenceWords => {
  if (orderId === null) return NOT_OURS;
  return (kind === 'payment' ? PAYMENT : REFUND)[fault];
};

/** How differences usually end. */
export const CLOSING_REASONS = [
  '已在商户平台处理好。',
  '别的业务的钱，和暖家保无关。',
  '已核对，技术支持改好了账。',
] as const;
