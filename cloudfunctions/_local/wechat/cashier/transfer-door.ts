import { json, jsonObject, refusal } from '../answers';
import { isTaken, type ConfirmRefusal, type Transfers } from '../pay/transfers/transfers';
import { type LocalRequest, type LocalResponse } from '../../wechat-side';
import { html } from './phone-page';
import { noTransferPage, transferPage } from './transfer-page';

/**
 * Where the payee takes a transfer, in place of the page that `wx.requestMerchantTransfer` opens.
 *
 * `GET /_local/transfer?package=…[&openid=…]` — the page. With `openid`, the person who takes; without it, the payee.
 * When framed it tells its parent `{transfer: 'confirmed'|'cancelled', package}`.
 *
 * `POST /_local/transfer/<package>` with header `x-openid` and `{result: 'confirm'|'cancel'}` → 200
 * `{result: 'confirmed'|'cancelled'}`, or `{error: {code, message}}`. Confirmed is not paid: only the query and the callback
 * tell how the transfer ends. Cancelling leaves it waiting.
 */
const REFUSALS: Readonly<Record<ConfirmRefusal, { status: number; code: string; message: string }>> = {
  notFound: { status: 404, code: 'TRANSFER_NOT_FOUND', message: '没有这笔转账' },
  otherPayee: { status: 403, code: 'NOT_PAYEE', message: '这笔款不是转给这个微信号的' },
  notWaiting: { status: 409, code: 'TRANSFER_NOT_WAITING', message: '这笔转账已经不能收款' },
};

export interface TransferDoor {
  readonly page: (request: LocalRequest) => LocalResponse;
  readonly decide: (request: LocalRequest, packageInfo: string) => Promise<LocalResponse>;
}

export const createTransferDoor = (
  transfers: Transfers,
  now: () => number,
  onConfirmed: () => void,
): TransferDoor => {
  const refuse = (reason: ConfirmRefusal): LocalResponse => {
    const { status, code, message } = REFUSALS[reason];
    return refusal(status, code, message);
  };

  return {
    page(request) {
      const transfer = transfers.byPackage(request.query.get('package') ?? '');
      const openid = request.query.get('openid') ?? transfer?.openid ?? '';
      const reason = transfers.refusalOf(transfer, openid, now());
      return transfer === undefined || reason !== undefined
        ? html(REFUSALS[reason ?? 'notFound'].status, noTransferPage(REFUSALS[reason ?? 'notFound'].message))
        : html(200, transferPage(transfer, openid));
    },

    async decide(request, packageInfo) {
      const openid = request.headers['x-openid'] ?? '';
      switch (jsonObject(request.body)?.result) {
        case 'cancel': {
          const transfer = transfers.byPackage(packageInfo);
          if (transfer && isTaken(transfer)) return refuse('notWaiting');
          const reason = transfers.refusalOf(transfer, openid, now());
          return reason === undefined ? json(200, { result: 'cancelled' }) : refuse(reason);
        }
        case 'confirm': {
          const taken = await transfers.confirm(packageInfo, openid, now());
          if (typeof taken === 'string') return refuse(taken);
          onConfirmed();
          return json(200, { result: 'confirmed' });
        }
        default:
          return refusal(400, 'INVALID_RESULT', 'result 只能是 confirm 或 cancel');
      }
    },
  };
};
