import { sumOf } from '../../../shared/money/fen';
import type { LedgerAccount, LedgerEntry } from '../../../shared/money/ledger.schema';
import type { StoredDifference } from '../../../shared/order/bill.schema';
import type { Order } from '../../../shared/order/order.schema';
import { periodsOverlap } from '../../../shared/policy/cover-period';
import type { Policy } from '../../../shared/policy/policy.schema';
import { rowHash } from '../../_core/audit';
import type { AuditRow } from '../../_core/audit.schema';
import type { WechatMoney } from './wechat-money';

/** Everything that is stored at the end of a run. */
export interface Books {
  readonly orders: readonly Order[];
  readonly policies: readonly Policy[];
  readonly ledger: readonly LedgerEntry[];
  readonly auditRows: readonly AuditRow[];
  readonly differences: readonly StoredDifference[];
  /** No timer runs and only the bill is left: what nobody paid is in no bill. */
  readonly mayWaitUnpaid: boolean;
}

/** What a policy's premium comes to: all of it, or what its cancellation left. Source: domain R12. */
const earnedFen = ({ premiumFen, cancellation }: Policy): number =>
  premiumFen - (cancellation?.refundFen ?? 0);

const balanceOf = (ledger: readonly LedgerEntry[], account: LedgerAccount): number =>
  sumOf(
    ledger.flatMap(({ rows }) => rows.filter((row) => row.account === account).map((row) => row.amountFen)),
  );

/** One paid order, one policy or one refund; nothing waits for ever. */
const orderFaults = ({ orders, policies, mayWaitUnpaid }: Books, money: WechatMoney): string[] => {
  const kept = money.kept();
  return orders.flatMap((order) => {
    const own = policies.filter(({ orderId }) => orderId === order.id);
    const keptFen = sumOf(order.attempts.map(({ outTradeNo }) => kept.get(outTradeNo) ?? 0));
    const faults: string[] = [];
    const mayWait =
      mayWaitUnpaid &&
      order.attempts.every(
        ({ outTradeNo, state }) => !kept.has(outTradeNo) || state === 'paid' || state === 'refunded',
      );
    if (order.nextLookAt !== null && !mayWait)
      faults.push(`${order.id} is ${order.state} and waits for ever`);
    if (own.length > 1) faults.push(`${order.id} has ${String(own.length)} policies`);
    if ((order.state === 'issued') !== (own.length === 1))
      faults.push(`${order.id} is ${order.state} with ${String(own.length)} policies`);
    const dueFen = sumOf(own.map(earnedFen));
    if (keptFen !== dueFen)
      faults.push(
        `${order.id} ${order.state}: ${String(keptFen)} fen kept for ${String(dueFen)} fen of premium`,
      );
    return faults;
  });
};

/** Nobody is insured twice at the same time; what was cancelled before its start never was. Source: domain R5. */
const coverFaults = (books: Books): string[] => {
  const policies = books.policies.filter(({ startAt, endAt }) => startAt < endAt);
  return policies.flatMap((one, index) =>
    policies
      .slice(index + 1)
      .filter(
        (other) =>
          periodsOverlap(one, other) &&
          one.insured.some(({ personKey }) => other.insured.some((person) => person.personKey === personKey)),
      )
      .map((other) => `${one.id} and ${other.id} insure the same person`),
  );
};

/** Money in = premiums of policies, less what cancellations gave back; nothing is left with the customers; the ledger agrees with WeChat. */
const ledgerFaults = ({ policies, ledger }: Books, money: WechatMoney): string[] => {
  const keptFen = sumOf([...money.kept().values()]);
  const premiumFen = sumOf(policies.map(earnedFen));
  const faults: string[] = [];
  if (keptFen !== premiumFen)
    faults.push(`WeChat keeps ${String(keptFen)} fen for ${String(premiumFen)} fen of premium`);
  if (balanceOf(ledger, 'customer') !== 0)
    faults.push(`${String(balanceOf(ledger, 'customer'))} fen left with customers`);
  if (balanceOf(ledger, 'wechatPay') !== keptFen)
    faults.push(
      `the ledger has ${String(balanceOf(ledger, 'wechatPay'))} fen at WeChat, WeChat has ${String(keptFen)}`,
    );
  if (balanceOf(ledger, 'premium') !== -premiumFen)
    faults.push('the ledger has other premiums than the policies');
  return faults;
};

/** Every chain is whole: each row names the one before it. */
const auditFaults = ({ auditRows }: Books): string[] => {
  const byId = new Map(auditRows.map((row) => [row.id, row]));
  return auditRows.flatMap(({ hash, ...row }) => {
    const before = byId.get(`${row.chain}.${String(row.sequence - 1)}`);
    const isWhole = hash === rowHash(row) && (row.sequence === 1 || before?.hash === row.previousHash);
    return isWhole ? [] : [`audit row ${row.id} does not follow the one before it`];
  });
};

/** WeChat's bill and the books say the same in the end. */
const billFaults = ({ differences }: Books): string[] =>
  differences
    .filter(({ state }) => state === 'open')
    .map(({ kind, number, fault }) => `${kind} ${number} in the bill: ${fault}`);

/** Everything that is wrong with the books of a run; empty when all is well. */
export const faultsOf = (books: Books, money: WechatMoney): string[] => [
  ...orderFaults(books, money),
  ...coverFaults(books),
  ...ledgerFaults(books, money),
  ...auditFaults(books),
  ...billFaults(books),
];
