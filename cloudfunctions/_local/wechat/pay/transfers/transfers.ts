import { randomBytes } from 'node:crypto';
import { chinaDayOf, DAY_MS } from '../../../../../shared/time/china-day';
import { type StateStore, type StateWriter } from '../../../wechat-side';
import { type Person } from '../../people';
import { moveFunds } from '../funds';
import { newTransferBillNo } from '../numbers';
import { PayError } from '../pay-error';
import { type DueWork } from '../schedule';
import { type TransferBody } from './transfer-request';

/**
 * A transfer waits 24 hours for its payee, then fails with OVERDUE_CLOSE; the query knows it for 30 days.
 * Source: WeChat Pay API v3, "商家转账: 开发指引" (订单状态), "订单失败原因说明".
 */
const CONFIRM_WITHIN_MS = DAY_MS;
const QUERYABLE_MS = 30 * DAY_MS;
/** One step of WeChat's own work. */
const STEP_MS = 1_000;
/** What the merchant set as its limit for a day, fen. */
const DAILY_FEN = 100_000_000;

const FINAL = ['SUCCESS', 'FAIL', 'CANCELLED'] as const;
type TransferState =
  'ACCEPTED' | 'PROCESSING' | 'WAIT_USER_CONFIRM' | 'TRANSFERING' | 'CANCELING' | (typeof FINAL)[number];
type FailReason = 'OVERDUE_CLOSE' | 'MCH_CANCEL' | 'NAME_NOT_CORRECT' | 'REAL_NAME_CHECK_FAIL';

/** What a new transfer answers: mostly that it waits for its payee, sometimes only that it was accepted. */
export const TRANSFER_STARTS = ['WAIT_USER_CONFIRM', 'ACCEPTED'] as const;
export type TransferStart = (typeof TRANSFER_STARTS)[number];

export interface Transfer {
  readonly outBillNo: string;
  readonly transferBillNo: string;
  /** For `wx.requestMerchantTransfer`. */
  readonly packageInfo: string;
  readonly openid: string;
  /** The payee's name as the merchant gave it. */
  readonly userName?: string;
  readonly amountFen: number;
  readonly remark: string;
  readonly reportInfos: readonly { readonly info_type: string; readonly info_content: string }[];
  readonly notifyUrl?: string;
  /** The request as it was: a repeat must equal it. */
  readonly request: string;
  readonly state: TransferState;
  readonly failReason?: FailReason;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** Why the payee cannot have the money. */
export type ConfirmRefusal = 'notFound' | 'otherPayee' | 'notWaiting';

export interface Transfers extends DueWork {
  /** Throws INVALID_REQUEST, NOT_ENOUGH. The same number with the same request answers the same transfer. */
  begin(body: TransferBody, now: number): Promise<Transfer>;
  /** Throws INVALID_REQUEST. */
  cancel(outBillNo: string, now: number): Promise<Transfer>;
  /** The payee accepts: the money moves a moment later. */
  confirm(packageInfo: string, openid: string, now: number): Promise<Transfer | ConfirmRefusal>;
  /** Why this person cannot take the transfer now; `undefined` when they can, or have. */
  refusalOf(transfer: Transfer | undefined, openid: string, now: number): ConfirmRefusal | undefined;
  byNumber(outBillNo: string): Transfer | undefined;
  byTransferBillNo(transferBillNo: string): Transfer | undefined;
  byPackage(packageInfo: string): Transfer | undefined;
  isQueryable(transfer: Transfer, now: number): boolean;
  all(): Transfer[];
  start(): TransferStart;
  readonly setStart: (start: TransferStart) => Promise<void>;
}

const openKey = (outBillNo: string): string => `transfer/open/${outBillNo}`;
const doneKey = (outBillNo: string): string => `transfer/done/${outBillNo}`;
const billKey = (transferBillNo: string): string => `transfer-bill/${transferBillNo}`;
const packageKey = (packageInfo: string): string => `transfer-package/${packageInfo}`;
const dayKey = (now: number): string => `transfer-day/${chinaDayOf(now)}`;
const START_KEY = 'transfer-start';

const isFinal = ({ state }: Transfer): boolean => FINAL.some((final) => final === state);
export const isTaken = ({ state }: Transfer): boolean => state === 'TRANSFERING' || state === 'SUCCESS';
const dueAt = (transfer: Transfer): number =>
  transfer.state === 'WAIT_USER_CONFIRM'
    ? transfer.createdAt + CONFIRM_WITHIN_MS
    : transfer.updatedAt + STEP_MS;

export const createTransfers = (
  store: StateStore,
  personOf: (openid: string) => Person,
  onFinished: (writer: StateWriter, transfer: Transfer, now: number) => void,
): Transfers => {
  type Reader = Pick<StateWriter, 'get'>;
  const find = (reader: Reader, outBillNo: string | undefined): Transfer | undefined =>
    outBillNo === undefined
      ? undefined
      : (reader.get<Transfer>(openKey(outBillNo)) ?? reader.get<Transfer>(doneKey(outBillNo)));
  const open = (): Transfer[] => store.range<Transfer>('transfer/open/').map(({ value }) => value);
  const start = (): TransferStart => store.get<TransferStart>(START_KEY) ?? 'WAIT_USER_CONFIRM';

  const keep = (writer: StateWriter, transfer: Transfer, now: number): Transfer => {
    if (!isFinal(transfer)) {
      writer.put(openKey(transfer.outBillNo), transfer);
      return transfer;
    }
    writer.delete(openKey(transfer.outBillNo));
    writer.put(doneKey(transfer.outBillNo), transfer);
    if (transfer.state !== 'SUCCESS') moveFunds(writer, 'operation', transfer.amountFen);
    onFinished(writer, transfer, now);
    return transfer;
  };

  const refusalOf = (
    transfer: Transfer | undefined,
    openid: string,
    now: number,
  ): ConfirmRefusal | undefined => {
    if (!transfer) return 'notFound';
    if (transfer.openid !== openid) return 'otherPayee';
    if (isTaken(transfer)) return undefined;
    return transfer.state === 'WAIT_USER_CONFIRM' && now < dueAt(transfer) ? undefined : 'notWaiting';
  };

  /** Whether the money may go to this payee. */
  const nameFault = ({ openid, userName }: Transfer): FailReason | undefined => {
    if (userName === undefined) return undefined;
    const { realName } = personOf(openid);
    if (realName === undefined) return 'REAL_NAME_CHECK_FAIL';
    return realName === userName ? undefined : 'NAME_NOT_CORRECT';
  };
  const failed = (failReason: FailReason): Pick<Transfer, 'state' | 'failReason'> => ({
    state: 'FAIL',
    failReason,
  });
  const next = (transfer: Transfer): Pick<Transfer, 'state' | 'failReason'> => {
    switch (transfer.state) {
      case 'ACCEPTED':
        return { state: 'PROCESSING' };
      case 'PROCESSING':
        return { state: 'WAIT_USER_CONFIRM' };
      case 'WAIT_USER_CONFIRM':
        return failed('OVERDUE_CLOSE');
      case 'TRANSFERING': {
        const fault = nameFault(transfer);
        return fault === undefined ? { state: 'SUCCESS' } : failed(fault);
      }
      case 'CANCELING':
        return { state: 'CANCELLED', failReason: 'MCH_CANCEL' };
      default:
        return transfer;
    }
  };

  return {
    begin: (body, now) =>
      store.transaction((writer) => {
        const request = JSON.stringify(Object.entries(body).sort(([a], [b]) => (a < b ? -1 : 1)));
        const known = find(writer, body.out_bill_no);
        if (known) {
          if (known.request === request) return known;
          throw new PayError('INVALID_REQUEST', '单号已存在但信息不一致，请查单后比较确认');
        }
        const today = (writer.get<number>(dayKey(now)) ?? 0) + body.transfer_amount;
        if (today > DAILY_FEN) {
          throw new PayError('INVALID_REQUEST', '超出商户单日转账额度，请核实产品设置是否准确');
        }
        moveFunds(writer, 'operation', -body.transfer_amount);
        const transfer: Transfer = {
          outBillNo: body.out_bill_no,
          transferBillNo: newTransferBillNo(now),
          packageInfo: randomBytes(90).toString('base64'),
          openid: body.openid,
          ...(body.user_name === undefined ? {} : { userName: body.user_name }),
          amountFen: body.transfer_amount,
          remark: body.transfer_remark,
          reportInfos: body.transfer_scene_report_infos ?? [],
          ...(body.notify_url === undefined ? {} : { notifyUrl: body.notify_url }),
          request,
          state: start(),
          createdAt: now,
          updatedAt: now,
        };
        writer.put(dayKey(now), today);
        writer.put(billKey(transfer.transferBillNo), transfer.outBillNo);
        writer.put(packageKey(transfer.packageInfo), transfer.outBillNo);
        return keep(writer, transfer, now);
      }),

    cancel: (outBillNo, now) =>
      store.transaction((writer) => {
        const transfer = find(writer, outBillNo);
        if (!transfer) throw new PayError('INVALID_REQUEST', '单号错误，请检查');
        if (transfer.state === 'CANCELING' || transfer.state === 'CANCELLED') return transfer;
        if (isFinal(transfer) || transfer.state === 'TRANSFERING') {
          throw new PayError('INVALID_REQUEST', '当前单据状态不支持撤销');
        }
        return keep(writer, { ...transfer, state: 'CANCELING', updatedAt: now }, now);
      }),

    confirm: (packageInfo, openid, now) =>
      store.transaction((writer) => {
        const transfer = find(writer, writer.get<string>(packageKey(packageInfo)));
        const reason = refusalOf(transfer, openid, now);
        if (transfer === undefined || reason !== undefined) return reason ?? 'notFound';
        if (isTaken(transfer)) return transfer;
        return keep(writer, { ...transfer, state: 'TRANSFERING', updatedAt: now }, now);
      }),

    refusalOf,
    byNumber: (outBillNo) => find(store, outBillNo),
    byTransferBillNo: (transferBillNo) => find(store, store.get<string>(billKey(transferBillNo))),
    byPackage: (packageInfo) => find(store, store.get<string>(packageKey(packageInfo))),
    isQueryable: (transfer, now) => now <= transfer.createdAt + QUERYABLE_MS,
    all: () => store.range<Transfer>('transfer/').map(({ value }) => value),
    start,
    setStart: (chosen) => store.put(START_KEY, chosen),

    nextAt: () =>
      open().reduce<number | undefined>(
        (soonest, transfer) => Math.min(soonest ?? dueAt(transfer), dueAt(transfer)),
        undefined,
      ),
    async runDue(now) {
      for (const { outBillNo } of open()) {
        await store.transaction((writer) => {
          // Read again: the payee or the merchant may have been quicker.
          const transfer = writer.get<Transfer>(openKey(outBillNo));
          if (transfer === undefined || dueAt(transfer) > now) return;
          keep(writer, { ...transfer, ...next(transfer), updatedAt: dueAt(transfer) }, now);
        });
      }
    },
  };
};
