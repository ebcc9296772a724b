import fc from 'fast-check';
import { copiesFreeIn, copiesHeldIn } from './copies-held';
import { isCoveredAt } from './cover-period';

const held = fc.record({
  startAt: fc.integer({ min: 0, max: 40 }),
  length: fc.integer({ min: 1, max: 20 }),
  copies: fc.integer({ min: 1, max: 4 }),
});
const heldPeriods = fc.array(
  held.map(({ startAt, length, copies }) => ({ startAt, endAt: startAt + length, copies })),
  { maxLength: 6 },
);
const asked = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 20 }))
  .map(([startAt, length]) => ({ startAt, endAt: startAt + length }));

describe('copies that a person holds', () => {
  it('are as many as at the fullest instant of the period, no more and no fewer', () => {
    fc.assert(
      fc.property(heldPeriods, asked, (periods, period) => {
        const instants = Array.from(
          { length: period.endAt - period.startAt },
          (_, at) => period.startAt + at,
        );
        const fullest = Math.max(
          ...instants.map((instant) =>
            periods.reduce((sum, one) => (isCoveredAt(one, instant) ? sum + one.copies : sum), 0),
          ),
        );
        expect(copiesHeldIn(periods, period)).toBe(fullest);
      }),
    );
  });

  it('never come to more than the plan allows, in whatever order they are asked for', () => {
    const wishes = fc.array(fc.tuple(asked, fc.integer({ min: 1, max: 4 })), { maxLength: 12 });
    fc.assert(
      fc.property(wishes, fc.integer({ min: 1, max: 5 }), (wanted, maxCopies) => {
        const issued: { startAt: number; endAt: number; copies: number }[] = [];
        for (const [period, copies] of wanted) {
          if (copies <= copiesFreeIn(issued, period, maxCopies)) issued.push({ ...period, copies });
        }
        for (let instant = 0; instant < 60; instant += 1) {
          const covering = issued.filter((one) => isCoveredAt(one, instant));
          expect(covering.reduce((sum, { copies }) => sum + copies, 0)).toBeLessThanOrEqual(maxCopies);
        }
      }),
    );
  });

  it('leave room where one period ends and the next begins', () => {
    const year = { startAt: 100, endAt: 200, copies: 1 };
    expect(copiesFreeIn([year], { startAt: 200, endAt: 300 }, 1)).toBe(1);
    expect(copiesFreeIn([year], { startAt: 199, endAt: 299 }, 1)).toBe(0);
    expect(copiesFreeIn([year, { ...year, startAt: 200, endAt: 300 }], { startAt: 150, endAt: 250 }, 2)).toBe(
      1,
    );
    expect(copiesFreeIn([{ ...year, copies: 5 }], year, 2)).toBe(0);
  });
});
