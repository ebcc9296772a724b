import fc from 'fast-check';
import { sumOf } from '../money/fen';
import type { PayerKind } from '../order/payer.schema';
import { addDays, instantAt, startOfChinaDay } from '../time/china-day';
import { cancellationQuote, type PayerShare } from './cancellation';
import { coverPeriodFrom } from './cover-period';

const START = '2026-06-12';
const PERIOD = coverPeriodFrom(START);
const OWN: readonly PayerShare[] = [{ kind: 'self', amountFen: 100_00 }];
const quoteOn = (day: string, payers = OWN, feeRatio = 0) =>
  cancellationQuote(PERIOD, payers, feeRatio, instantAt(day, '15:30'));

const payers = fc
  .array(
    fc.record({
      kind: fc.constantFrom<PayerKind>('self', 'government', 'employer', 'donor'),
      amountFen: fc.integer({ min: 0, max: 100_000_00 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .filter((list) => list.some(({ amountFen }) => amountFen > 0));
const feeRatio = fc.integer({ min: 0, max: 10_000 });

describe('cancelling a policy', () => {
  it('gives everything back before cover starts, and there never was any cover', () => {
    expect(quoteOn('2026-06-11')).toMatchObject({
      elapsedDays: 0,
      daysInPeriod: 365,
      refundFen: 100_00,
      endAt: PERIOD.startAt,
    });
    expect(quoteOn('2026-06-11', OWN, 2500).refundFen).toBe(100_00);
  });

  it('counts the day of the cancellation, and covers until it ends', () => {
    const first = quoteOn(START);
    expect(first).toMatchObject({ elapsedDays: 1, refundFen: 99_73, endAt: startOfChinaDay('2026-06-13') });
    // 100 yuan × (1 − 123 ÷ 365) = 66.301…
    expect(quoteOn(addDays(START, 122))).toMatchObject({ elapsedDays: 123, refundFen: 66_30 });
  });

  it('gives nothing back on the last day, and the cover stays whole', () => {
    expect(quoteOn('2027-06-11')).toMatchObject({ elapsedDays: 365, refundFen: 0, endAt: PERIOD.endAt });
  });

  it('counts 366 days in a period with a 29 February', () => {
    const leap = coverPeriodFrom('2027-06-12');
    expect(cancellationQuote(leap, OWN, 0, leap.startAt)).toMatchObject({
      daysInPeriod: 366,
      elapsedDays: 1,
    });
  });

  it('keeps the fee that the plan names', () => {
    // 100 yuan × 75 % × (1 − 73 ÷ 365) = 60 yuan
    expect(quoteOn(addDays(START, 72), OWN, 2500).refundFen).toBe(60_00);
  });

  it('rounds the total half up, once, before it is split', () => {
    // 73 fen × 364 ÷ 365 = 72.8 → 73: both payers' parts come from the rounded total.
    const split: PayerShare[] = [
      { kind: 'government', amountFen: 36 },
      { kind: 'self', amountFen: 37 },
    ];
    expect(quoteOn(START, split)).toMatchObject({
      refundFen: 73,
      shares: [
        { kind: 'government', amountFen: 36 },
        { kind: 'self', amountFen: 37 },
      ],
    });
  });

  it('gives spare fen to the largest remainder, ties in payer order', () => {
    const three: PayerShare[] = [
      { kind: 'government', amountFen: 1000 },
      { kind: 'self', amountFen: 1000 },
      { kind: 'donor', amountFen: 1000 },
    ];
    const { refundFen, shares } = quoteOn(addDays(START, 99), three);
    // 3000 × 265 ÷ 365 = 2178.08 → 2178 = 3 × 726
    expect([refundFen, ...shares.map(({ amountFen }) => amountFen)]).toEqual([2178, 726, 726, 726]);
    const uneven = quoteOn(addDays(START, 100), three);
    // 3000 × 264 ÷ 365 = 2169.86 → 2170 = 723.33 each
    expect(uneven.shares.map(({ amountFen }) => amountFen)).toEqual([724, 723, 723]);
  });

  it('never gives anybody less than nothing or more than they paid, and the parts add up', () => {
    fc.assert(
      fc.property(payers, feeRatio, fc.integer({ min: -40, max: 364 }), (list, fee, day) => {
        const quote = quoteOn(addDays(START, day), list, fee);
        expect(sumOf(quote.shares.map(({ amountFen }) => amountFen))).toBe(quote.refundFen);
        expect(quote.refundFen).toBeGreaterThanOrEqual(0);
        expect(quote.refundFen).toBeLessThanOrEqual(quote.premiumFen);
        quote.shares.forEach(({ amountFen, kind }, position) => {
          expect(Number.isInteger(amountFen) && amountFen >= 0).toBe(true);
          expect(amountFen).toBeLessThanOrEqual(list[position]?.amountFen ?? 0);
          expect(kind).toBe(list[position]?.kind);
        });
      }),
    );
  });

  it('gives each payer their exact part to less than a fen', () => {
    fc.assert(
      fc.property(payers, fc.integer({ min: 0, max: 364 }), (list, day) => {
        const { refundFen, premiumFen, shares } = quoteOn(addDays(START, day), list);
        shares.forEach(({ amountFen }, position) => {
          const exact = BigInt(refundFen) * BigInt(list[position]?.amountFen ?? 0);
          const difference = BigInt(amountFen) * BigInt(premiumFen) - exact;
          expect(difference < BigInt(premiumFen) && -difference < BigInt(premiumFen)).toBe(true);
        });
      }),
    );
  });

  it('never gives more back a day later', () => {
    fc.assert(
      fc.property(payers, feeRatio, fc.integer({ min: -2, max: 363 }), (list, fee, day) => {
        const today = quoteOn(addDays(START, day), list, fee);
        const tomorrow = quoteOn(addDays(START, day + 1), list, fee);
        expect(tomorrow.refundFen).toBeLessThanOrEqual(today.refundFen);
      }),
    );
  });

  it('refuses a premium that nobody paid', () => {
    expect(() => quoteOn(START, [])).toThrow(RangeError);
  });
});
