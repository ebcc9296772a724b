import { type LocalRequest, type LocalResponse, type StateStore } from '../wechat-side';
import { json, jsonObject, refusal } from './answers';
import { ACCOUNTS, balanceOf, moveFunds } from './pay/funds';
import { PayError } from './pay/pay-error';
import { REFUND_ENDS, type Refunds } from './pay/refunds';
import { TRANSFER_STARTS, type Transfers } from './pay/transfers/transfers';

/**
 * What at WeChat's side is not the merchant's program to decide: how its refunds end, whether transfers are ready at
 * once, and how much money the merchant has.
 *
 *   `GET  /_local/wechat/refunds`    → `{end, refunds}`;      `POST {end}` for refunds begun from now on
 *   `GET  /_local/wechat/transfers`  → `{start, transfers}`;  `POST {start}` for transfers begun from now on
 *   `GET  /_local/wechat/funds`      → `{basic, operation}` in fen; `POST {account, fen}` puts in, negative takes out
 */
type Door = (request: LocalRequest) => Promise<LocalResponse>;

const choice = <T extends string>(
  values: readonly T[],
  field: string,
  read: () => object,
  set: (value: T) => Promise<void>,
): Door => {
  return async (request) => {
    if (request.method === 'GET') return json(200, read());
    const given = jsonObject(request.body)?.[field];
    const value = values.find((known) => known === given);
    if (value === undefined) return refusal(400, 'INVALID_CHOICE', `${field} 只能是 ${values.join('、')}`);
    await set(value);
    return json(200, { [field]: value });
  };
};

export const refundsDoor = (refunds: Refunds): Door =>
  choice(REFUND_ENDS, 'end', () => ({ end: refunds.end(), refunds: refunds.all() }), refunds.setEnd);

export const transfersDoor = (transfers: Transfers): Door =>
  choice(
    TRANSFER_STARTS,
    'start',
    () => ({ start: transfers.start(), transfers: transfers.all() }),
    transfers.setStart,
  );

export const fundsDoor = (store: StateStore): Door => {
  const balances = (): object =>
    Object.fromEntries(ACCOUNTS.map((account) => [account, balanceOf(store, account)]));
  return async (request) => {
    if (request.method === 'GET') return json(200, balances());
    const { account: name, fen } = jsonObject(request.body) ?? {};
    const account = ACCOUNTS.find((known) => known === name);
    if (account === undefined || typeof fen !== 'number' || !Number.isSafeInteger(fen)) {
      return refusal(400, 'INVALID_AMOUNT', 'account 只能是 basic、operation；fen 是整数');
    }
    try {
      await store.transaction((writer) => moveFunds(writer, account, fen));
    } catch (error) {
      if (error instanceof PayError) return refusal(409, error.code, error.message);
      throw error;
    }
    return json(200, balances());
  };
};
