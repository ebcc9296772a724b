import fc from 'fast-check';
import { sumOf } from '../money/fen';
import { compareBill, type BillDifference, type BillRow, type OwnLine } from './bill';

const line = fc.record({
  kind: fc.constantFrom<OwnLine['kind']>('payment', 'refund'),
  number: fc.stringMatching(/^n[0-9]{1,3}$/),
  amountFen: fc.integer({ min: 1, max: 100_000 }),
  state: fc.constant<OwnLine['state']>('done'),
});
const books = fc
  .uniqueArray(line, { selector: ({ kind, number }) => `${kind} ${number}`, maxLength: 20 })
  .map((lines): OwnLine[] => lines.map((one) => ({ ...one, outTradeNo: one.number })));

const rowOf = ({ kind, number, outTradeNo, amountFen }: OwnLine): BillRow => ({
  kind,
  number,
  outTradeNo,
  transactionId: `wx-${number}`,
  amountFen,
  payerOpenid: 'o-payer',
  at: 1_793_584_800_000,
  state: 'success',
});
/** Both sides, each with lines of its own besides what they share, in any order. */
const bothSides = fc
  .tuple(
    books,
    fc.array(fc.constantFrom('both', 'bill', 'ours', 'amount', 'failed', 'twice'), { maxLength: 20 }),
  )
  .chain(([lines, fates]) => {
    const fateOf = (at: number) => fates[at] ?? 'both';
    const rows = lines.flatMap((own, at): BillRow[] => {
      const row = rowOf(own);
      const fate = fateOf(at);
      if (fate === 'ours') return [];
      if (fate === 'twice') return [row, row];
      if (fate === 'amount') return [{ ...row, amountFen: row.amountFen + 1 }];
      return [fate === 'failed' ? { ...row, state: 'failed' } : row];
    });
    const ours = lines.filter((_, at) => fateOf(at) !== 'bill');
    const expected = new Map(
      lines.flatMap(({ kind, number }, at) => {
        const faults = {
          bill: 'unknownToUs',
          ours: 'notInBill',
          failed: 'notInBill',
          amount: 'otherAmount',
          twice: 'otherAmount',
        };
        const fate = fateOf(at);
        return fate === 'both' ? [] : [[`${kind} ${number}`, faults[fate]] as const];
      }),
    );
    return fc
      .tuple(fc.shuffledSubarray(rows, { minLength: rows.length }), fc.constant(ours))
      .map(([shuffled]) => ({ rows: shuffled, ours, expected }));
  });

const deltaOf = (differences: readonly BillDifference[], kind: BillDifference['kind']): number =>
  sumOf(
    differences
      .filter((difference) => difference.kind === kind)
      .map(({ wechatFen, oursFen }) => (wechatFen ?? 0) - (oursFen ?? 0)),
  );

describe('comparing a bill with our books', () => {
  it('finds exactly what differs, each once, whatever the order', () => {
    fc.assert(
      fc.property(bothSides, ({ rows, ours, expected }) => {
        const { differences } = compareBill(rows, ours);
        const found = differences.map(({ kind, number, fault }) => [`${kind} ${number}`, fault] as const);
        expect(new Map(found)).toEqual(expected);
        expect(found).toHaveLength(expected.size);
      }),
    );
  });

  it('has totals that add up: WeChat less ours is what the differences amount to', () => {
    fc.assert(
      fc.property(bothSides, ({ rows, ours }) => {
        const { differences, ...day } = compareBill(rows, ours);
        expect(day.wechat.paidFen - day.ours.paidFen).toBe(deltaOf(differences, 'payment'));
        expect(day.wechat.refundedFen - day.ours.refundedFen).toBe(deltaOf(differences, 'refund'));
      }),
    );
  });

  it('sees the same difference from both sides', () => {
    fc.assert(
      fc.property(books, books, (one, other) => {
        const there = compareBill(one.map(rowOf), other);
        const back = compareBill(other.map(rowOf), one);
        const numbers = (differences: readonly BillDifference[], fault: string) =>
          differences.filter((found) => found.fault === fault).map(({ kind, number }) => `${kind}${number}`);
        expect(numbers(there.differences, 'unknownToUs').sort()).toEqual(
          numbers(back.differences, 'notInBill').sort(),
        );
        expect(there.wechat).toEqual(back.ours);
      }),
    );
  });

  const refund: OwnLine = {
    kind: 'refund',
    number: 'ord_a-1-r1',
    outTradeNo: 'ord_a-1',
    amountFen: 100,
    state: 'underWay',
  };
  const payment: OwnLine = { ...refund, kind: 'payment', number: 'ord_a-1', state: 'done' };

  it('takes a refund under way for no difference, and one that cannot arrive for something to do', () => {
    const processing: BillRow = { ...rowOf(refund), state: 'processing' };
    expect(compareBill([processing], [refund])).toMatchObject({ differences: [], underWay: 1 });
    expect(compareBill([processing], [{ ...refund, state: 'stuck' }])).toMatchObject({
      differences: [{ fault: 'stuck', wechatFen: 100, oursFen: 100 }],
      underWay: 0,
    });
  });

  it('leaves a refund that is neither done nor in the bill to the day that has it', () => {
    expect(compareBill([rowOf(payment)], [payment, refund])).toMatchObject({
      differences: [],
      ours: { payments: 1, refunds: 0 },
    });
  });

  it('tells money for which there is neither a policy nor a refund', () => {
    expect(compareBill([rowOf(payment)], [{ ...payment, state: 'unfinished' }]).differences).toMatchObject([
      { kind: 'payment', fault: 'unfinished', wechatFen: 100, oursFen: 100 },
    ]);
  });
});
