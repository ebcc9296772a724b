import fc from 'fast-check';
import { sumOf } from '../money/fen';
import { offerFor } from './family-offer';

const START = '2026-06-02';
const FAMILY_PLAN = {
  accident: {
    kind: 'accident' as const,
    sumFen: 200_000_00,
    disability: { standard: 'JR/T 0083-2013', version: '2013', gradeRatios: [] },
    clause: '',
  },
  medical: null,
  allowance: null,
  illness: null,
  minAgeDays: 28,
  maxAgeYears: 65,
  renewalMaxAgeYears: 70,
  maxMembers: 8,
  insuredSex: 'any' as const,
  priceFen: 100_00,
  priceUnit: 'household' as const,
};
const WOMEN_PLAN = {
  ...FAMILY_PLAN,
  accident: null,
  illness: {
    kind: 'illness' as const,
    sumFen: 50_000_00,
    waitingDays: 90,
    diseasesDocumentId: 'd',
    clause: '',
  },
  insuredSex: 'female' as const,
  priceFen: 200_00,
  priceUnit: 'person' as const,
};
const man = { sex: 'male' as const, birthDay: '1979-03-15' };
const woman = { sex: 'female' as const, birthDay: '1981-08-02' };
const grandmother = { sex: 'female' as const, birthDay: '1950-01-01' };

describe('a plan for this family', () => {
  it('splits over who may join, and says of the others why not', () => {
    const { persons, joining, premiumFen } = offerFor(FAMILY_PLAN, [man, woman, grandmother], START);
    expect([joining, premiumFen]).toEqual([2, 100_00]);
    expect(persons).toMatchObject([
      { joins: true, benefit: { accidentShareFen: 100_000_00 } },
      { joins: true, benefit: { accidentShareFen: 100_000_00 } },
      { joins: false, because: 'tooOld' },
    ]);
  });

  it('counts only the women in a plan for women, each with the whole sum and the price by the head', () => {
    const newborn = { sex: 'female' as const, birthDay: '2026-05-30' };
    const offer = offerFor(WOMEN_PLAN, [man, woman, newborn, woman], START);
    expect([offer.joining, offer.premiumFen]).toEqual([2, 400_00]);
    expect(offer.persons).toMatchObject([
      { because: 'sex' },
      { joins: true, benefit: { illnessSumFen: 50_000_00 } },
      { because: 'tooYoung' },
      { joins: true },
    ]);
    expect(offerFor(WOMEN_PLAN, [man], START)).toMatchObject({ joining: 0, premiumFen: 0 });
  });

  it('never shows more than the plan pays, whoever is not known yet', () => {
    const relative = fc.record({
      sex: fc.constantFrom('male' as const, 'female' as const, undefined),
      birthDay: fc.constantFrom('1979-03-15', '1950-01-01', '2026-05-30', undefined),
    });
    fc.assert(
      fc.property(fc.array(relative, { minLength: 1, maxLength: 8 }), (family) => {
        const { persons, joining } = offerFor(FAMILY_PLAN, family, START);
        const shares = persons.map((one) => (one.joins ? one.benefit.accidentShareFen : 0));
        expect(sumOf(shares)).toBe(joining === 0 ? 0 : 200_000_00);
        expect(persons.filter(({ joins }) => joins)).toHaveLength(joining);
      }),
    );
  });
});
