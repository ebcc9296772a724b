import fc from 'fast-check';
import { addTallies, contributionsOf, EMPTY_TALLY, type FigureEvent, type Tally } from './figures';

const EVENT: FigureEvent = {
  id: 'evt_x',
  kind: 'policyIssued',
  subject: 'pol_x',
  regionCode: '350421200201',
  month: '2026-06',
  at: 1_781_000_000_000,
  adds: { ...EMPTY_TALLY, households: 1, insured: 3, premiumFen: 100_00 },
  folded: false,
};

/** Nine townships: households and premium in 10,000 yuan. Source: domain "People and places", county table 2017. */
const COUNTY_2017: readonly (readonly [string, number, number])[] = [
  ['城关', 371, 3.71],
  ['雪峰', 289, 2.89],
  ['瀚仙', 428, 4.28],
  ['沙溪', 179, 1.79],
  ['夏阳', 567, 5.67],
  ['胡坊', 321, 3.21],
  ['盖洋', 803, 8.03],
  ['枫溪', 209, 2.09],
  ['夏坊', 362, 3.62],
];

const anyTally: fc.Arbitrary<Tally> = fc.record({
  households: fc.nat(),
  insured: fc.nat(),
  premiumFen: fc.nat(),
  governmentFen: fc.nat(),
  employerFen: fc.nat(),
  donorFen: fc.nat(),
  policiesOpened: fc.nat(),
  claimsReported: fc.nat(),
  claimsPaid: fc.nat(),
  paidFen: fc.nat(),
});

describe('figures', () => {
  it('count an event once at every level, from the village to the province', () => {
    expect(contributionsOf(EVENT).map((part) => part.regionCode)).toEqual([
      '350421200201',
      '350421200',
      '350421',
      '350400',
      '350000',
    ]);
    for (const part of contributionsOf(EVENT))
      expect(part).toMatchObject({ month: '2026-06', tally: EVENT.adds });
  });
  it('give the county table of 2017: 3,529 households, 35.29', () => {
    const events = COUNTY_2017.flatMap(([, households], township) =>
      Array.from({ length: households }, () => ({ ...EVENT, regionCode: `350421${100 + township}201` })),
    );
    const totals = new Map<string, Tally>();
    for (const part of events.flatMap(contributionsOf)) {
      totals.set(part.regionCode, addTallies(totals.get(part.regionCode) ?? EMPTY_TALLY, part.tally));
    }
    expect(totals.get('350421')).toMatchObject({ households: 3529, premiumFen: 35_2900_00 });
    COUNTY_2017.forEach(([, households, premium], township) => {
      const tally = totals.get(`350421${100 + township}`);
      expect(tally).toMatchObject({ households, premiumFen: Math.round(premium * 10_000) * 100 });
    });
  });
  it('add in any order to the same, with nothing as the beginning', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (one, other) => {
        expect(addTallies(one, other)).toEqual(addTallies(other, one));
        expect(addTallies(one, EMPTY_TALLY)).toEqual(one);
      }),
    );
  });
});
