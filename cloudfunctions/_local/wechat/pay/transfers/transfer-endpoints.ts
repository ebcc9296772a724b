import { MERCHANT } from '../../merchant';
import { bodyOf, type Endpoint } from '../endpoint';
import { rfc3339 } from '../numbers';
import { PayError } from '../pay-error';
import { type Signatures } from '../signatures';
import { readTransferBody } from './transfer-request';
import { type Transfer, type Transfers } from './transfers';

const head = (transfer: Transfer): object => ({
  out_bill_no: transfer.outBillNo,
  transfer_bill_no: transfer.transferBillNo,
});
const failure = (transfer: Transfer): object =>
  transfer.failReason === undefined ? {} : { fail_reason: transfer.failReason };

/** A bill as the query answers it. Source: "商户单号查询转账单": 应答参数. */
const billWire = (transfer: Transfer, appid: string): object => ({
  mch_id: MERCHANT.mchid,
  ...head(transfer),
  appid,
  state: transfer.state,
  transfer_amount: transfer.amountFen,
  transfer_remark: transfer.remark,
  ...failure(transfer),
  openid: transfer.openid,
  create_time: rfc3339(transfer.createdAt),
  update_time: rfc3339(transfer.updatedAt),
});

/** What the callback of a finished bill holds. Source: "商家转账回调通知". */
export const transferNoticeWire = (transfer: Transfer): object => ({
  ...head(transfer),
  mch_id: MERCHANT.mchid,
  state: transfer.state,
  transfer_amount: transfer.amountFen,
  openid: transfer.openid,
  ...failure(transfer),
  create_time: rfc3339(transfer.createdAt),
  update_time: rfc3339(transfer.updatedAt),
});

/** Source: WeChat Pay API v3, "发起转账", "撤销转账", "商户单号查询转账单", "微信单号查询转账单". */
export const transferEndpoints = (
  appid: string,
  transfers: Transfers,
  signatures: Signatures,
): readonly Endpoint[] => {
  const found = (transfer: Transfer | undefined, now: number): object => {
    if (!transfer || !transfers.isQueryable(transfer, now)) throw new PayError('NOT_FOUND', '记录不存在');
    return billWire(transfer, appid);
  };
  return [
    {
      method: 'POST',
      path: /^v3\/fund-app\/mch-transfer\/transfer-bills$/,
      run: async (request, now) => {
        const serial = request.headers['wechatpay-serial'];
        const body = readTransferBody(bodyOf(request), appid, serial, signatures);
        const transfer = await transfers.begin(body, now);
        return {
          ...head(transfer),
          create_time: rfc3339(transfer.createdAt),
          state: transfer.state,
          ...failure(transfer),
          ...(transfer.state === 'WAIT_USER_CONFIRM' ? { package_info: transfer.packageInfo } : {}),
        };
      },
    },
    {
      method: 'POST',
      path: /^v3\/fund-app\/mch-transfer\/transfer-bills\/out-bill-no\/([^/]+)\/cancel$/,
      run: async (_request, now, number) => {
        const transfer = await transfers.cancel(number, now);
        return { ...head(transfer), state: transfer.state, update_time: rfc3339(transfer.updatedAt) };
      },
    },
    {
      method: 'GET',
      path: /^v3\/fund-app\/mch-transfer\/transfer-bills\/out-bill-no\/([^/]+)$/,
      run: async (_request, now, number) => found(transfers.byNumber(number), now),
    },
    {
      method: 'GET',
      path: /^v3\/fund-app\/mch-transfer\/transfer-bills\/transfer-bill-no\/([^/]+)$/,
      run: async (_request, now, number) => found(transfers.byTransferBillNo(number), now),
    },
  ];
};
