import { type StateWriter } from '../../wechat-side';
import { PayError } from './pay-error';

/**
 * The merchant's money at WeChat Pay, fen. Payments go to the basic account and refunds come from it; transfers are paid
 * from the operation account, which only the merchant fills. Money does not move between the two.
 */
export const ACCOUNTS = ['basic', 'operation'] as const;
export type Account = (typeof ACCOUNTS)[number];

/** What a new merchant has: enough for the payouts of a demonstration. */
const FIRST_BALANCE: Readonly<Record<Account, number>> = { basic: 0, operation: 100_000_000 };
const TOO_LITTLE: Readonly<Record<Account, string>> = {
  basic: '基本账户余额不足，请充值后重新发起',
  operation: '商户运营账户资金不足，充值后可以原单号发起重试，请勿更换商户单号',
};
const key = (account: Account): string => `funds/${account}`;

/** What WeChat Pay keeps of each payment: 0.60 %, rounded to the fen. */
export const FEE_RATE = 0.006;
export const feeOf = (fen: number): number => Math.round(fen * FEE_RATE);

export const balanceOf = (reader: Pick<StateWriter, 'get'>, account: Account): number =>
  reader.get<number>(key(account)) ?? FIRST_BALANCE[account];

/** Adds `fen` (negative takes away) within a transaction. Throws NOT_ENOUGH when less than nothing would be left. */
export const moveFunds = (writer: StateWriter, account: Account, fen: number): void => {
  const balance = balanceOf(writer, account) + fen;
  if (balance < 0) throw new PayError('NOT_ENOUGH', TOO_LITTLE[account]);
  writer.put(key(account), balance);
};
