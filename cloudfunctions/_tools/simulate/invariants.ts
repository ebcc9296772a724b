import { sumOf } from '../../../shared/money/fen';
import type { LedgerAccount, LedgerEntry } from '../../../shared/money/ledger.schema';
import type { StoredDifference } from '../../../shared/order/bill.schema';
import type { Order } from '../../../shared/order/order.schema';
import type { Payer } from '../../../shared/order/payer.schema';
import { copiesHeldIn } from '../../../shared/policy/copies-held';
import type { PersonCover, Policy } from '../../../shared/policy/policy.schema';
import { rowHash } from '../../_core/audit';
import type { AuditHead, AuditRow } from '../../_core/audit.schema';
import { sponsorFaults, type SponsorBooks } from './sponsor-invariants';
import type { WechatMoney } from './wechat-money';

/** Everything that is stored at the end of a run. */
export interface Books extends SponsorBooks {
  readonly orders: readonly Order[];
  readonly personCovers: readonly PersonCover[];
  readonly auditHeads: readonly AuditHead[];
  readonly auditRows: readonly AuditRow[];
  readonly differences: readonly StoredDifference[];
  /** How many copies of the plan a person may hold at once. */
  readonly maxCopies: number;
  /** No timer runs and only the bill is left: what nobody paid is in no bill. */
  readonly mayWaitUnpaid: boolean;
}

/** What a policy's premium comes to: all of it, or what its cancellation left. Source: domain R12. */
const earnedFen = ({ premiumFen, cancellation }: Policy): number =>
  premiumFen - (cancellation?.refundFen ?? 0);

type Shares = readonly Pick<Payer, 'kind' | 'amountFen'>[];

const ownPart = (shares: Shares): number =>
  sumOf(shares.map(({ kind, amountFen }) => (kind === 'self' ? amountFen : 0)));

/** What of it the family itself paid, and left. */
const earnedFromFamilyFen = ({ payers, cancellation }: Policy): number =>
  ownPart(payers) - ownPart(cancellation?.shares ?? []);

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
    const dueFen = sumOf(own.map(earnedFromFamilyFen));
    if (keptFen !== dueFen)
      faults.push(
        `${order.id} ${order.state}: ${String(keptFen)} fen kept for ${String(dueFen)} fen of premium`,
      );
    return faults;
  });
};

/** No policy without money or somebody who paid: the payers add up, and the family's part was paid at WeChat. */
const payerFaults = ({ policies, orders }: Books): string[] =>
  policies.flatMap((policy) => {
    const order = orders.find(({ id }) => id === policy.orderId);
    const isPaid = order?.attempts.some(
      ({ paidFen }) => paidFen !== null && paidFen === ownPart(policy.payers),
    );
    const faults: string[] = [];
    if (sumOf(policy.payers.map(({ amountFen }) => amountFen)) !== policy.premiumFen)
      faults.push(`the payers of ${policy.id} do not add up to its premium`);
    if (ownPart(policy.payers) > 0 && isPaid !== true) faults.push(`${policy.id} was not paid by its family`);
    return faults;
  });

/** The cover of one person under policies that insure them: what the policies say of it. */
const periodsOf = (policies: readonly Policy[], personKey: string): Policy[] =>
  policies.filter(
    ({ insured, startAt, endAt }) =>
      startAt < endAt && insured.some((person) => person.personKey === personKey),
  );

const dated = (periods: readonly { readonly startAt: number; readonly endAt: number }[]): string =>
  periods
    .map(({ startAt, endAt }) => `${String(startAt)}-${String(endAt)}`)
    .sort()
    .join(' ');

/** Nobody holds more copies than the plan allows at any time, and what persons hold is what policies give. Source: domain R5. */
const coverFaults = ({ policies, personCovers, maxCopies }: Books): string[] => {
  const people = new Set(policies.flatMap(({ insured }) => insured.map(({ personKey }) => personKey)));
  const held = [...people].map((personKey) => periodsOf(policies, personKey));
  const faults = held
    .filter((periods) => periods.some((period) => copiesHeldIn(periods, period) > maxCopies))
    .map((periods) => `${periods.map(({ id }) => id).join(' and ')} insure the same person`);
  const given = held.map(dated).sort().join(' | ');
  const kept = personCovers
    .map(({ periods }) => dated(periods.filter(({ startAt, endAt }) => startAt < endAt)))
    .sort()
    .join(' | ');
  if (given.trim() !== kept.trim()) faults.push(`persons hold ${kept}, policies give ${given}`);
  return faults;
};

/** Money in = premiums of policies, less what cancellations gave back; nothing is left with the customers; the ledger agrees with WeChat. */
const ledgerFaults = ({ policies, ledger }: Books, money: WechatMoney): string[] => {
  const keptFen = sumOf([...money.kept().values()]);
  const premiumFen = sumOf(policies.map(earnedFen));
  const familiesFen = sumOf(policies.map(earnedFromFamilyFen));
  const faults: string[] = [];
  if (keptFen !== familiesFen)
    faults.push(`WeChat keeps ${String(keptFen)} fen for ${String(familiesFen)} fen that families pay`);
  if (balanceOf(ledger, 'customer') !== 0)
    faults.push(`${String(balanceOf(ledger, 'customer'))} fen left with customers`);
  if (balanceOf(ledger, 'wechatPay') !== keptFen)
    faults.push(
      `the ledger has ${String(balanceOf(ledger, 'wechatPay'))} fen at WeChat, WeChat has ${String(keptFen)}`,
    );
  if (balanceOf(ledger, 'premium') !== -premiumFen)
    faults.push('the ledger has other premiums than the policies');
  const sum = sumOf(ledger.flatMap(({ rows }) => rows.map(({ amountFen }) => amountFen)));
  if (sum !== 0) faults.push(`the ledger sums to ${String(sum)} fen`);
  return faults;
};

/** Every chain is whole: each row names the one before it, and its head is the last. */
const auditFaults = ({ auditRows, auditHeads }: Books): string[] => {
  const byId = new Map(auditRows.map((row) => [row.id, row]));
  const loose = auditHeads.filter(
    ({ id, sequence, hash }) =>
      byId.get(`${id}.${String(sequence)}`)?.hash !== hash || byId.has(`${id}.${String(sequence + 1)}`),
  );
  const broken = auditRows.flatMap(({ hash, ...row }) => {
    const before = byId.get(`${row.chain}.${String(row.sequence - 1)}`);
    const isWhole = hash === rowHash(row) && (row.sequence === 1 || before?.hash === row.previousHash);
    return isWhole ? [] : [`audit row ${row.id} does not follow the one before it`];
  });
  return [...broken, ...loose.map(({ id }) => `the audit chain of ${id} does not end at its head`)];
};

/** WeChat's bill and the books say the same in the end. */
const billFaults = ({ differences }: Books): string[] =>
  differences
    .filter(({ state }) => state === 'open')
    .map(({ kind, number, fault }) => `${kind} ${number} in the bill: ${fault}`);

/** Everything that is wrong with the books of a run; empty when all is well. */
export const faultsOf = (books: Books, money: WechatMoney): string[] => [
  ...orderFaults(books, money),
  ...payerFaults(books),
  ...coverFaults(books),
  ...sponsorFaults(books),
  ...ledgerFaults(books, money),
  ...auditFaults(books),
  ...billFaults(books),
];
