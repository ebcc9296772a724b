import fc from 'fast-check';
import { sumOf } from '../money/fen';
import { benefitsOf, premiumOf } from './benefits';
import type { Coverages } from './plan.schema';

const disability = { standard: 'JR/T 0083-2013', version: '2013', gradeRatios: [] };
const coverages: Coverages = {
  accident: { kind: 'accident', sumFen: 200_000_00, disability, clause: '' },
  medical: {
    kind: 'medical',
    limitFen: 12_000_00,
    deductibleFen: 0,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '',
  },
  allowance: { kind: 'allowance', perDayFen: 50_00, waitingDays: 3, maxDays: 90, clause: '' },
  illness: { kind: 'illness', sumFen: 50_000_00, waitingDays: 90, diseasesDocumentId: 'd', clause: '' },
};
const count = fc.integer({ min: 1, max: 8 });
const copies = fc.integer({ min: 1, max: 20 });

describe('what a plan gives', () => {
  it('splits the accident sum over a household to the fen, once for each copy', () => {
    fc.assert(
      fc.property(count, copies, (people, many) => {
        const { persons } = benefitsOf({ ...coverages, priceUnit: 'household' }, people, many);
        const shares = persons.map(({ accidentShareFen }) => accidentShareFen);
        expect(sumOf(shares)).toBe(200_000_00 * many);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('gives each person the whole sum of a plan that is sold by the head', () => {
    const { persons } = benefitsOf({ ...coverages, priceUnit: 'person' }, 3, 2);
    expect(persons).toEqual(
      Array.from({ length: 3 }, () => ({
        accidentShareFen: 400_000_00,
        allowancePerDayFen: 100_00,
        illnessSumFen: 100_000_00,
      })),
    );
  });

  it('gives nothing to nobody: a list that is still empty', () => {
    expect(benefitsOf({ ...coverages, priceUnit: 'household' }, 0).persons).toEqual([]);
    expect(benefitsOf({ ...coverages, priceUnit: 'person' }, 0).persons).toEqual([]);
  });

  it('gives nothing under a coverage that the plan has not', () => {
    const none = { accident: null, medical: null, allowance: null, illness: null };
    expect(benefitsOf({ ...none, priceUnit: 'household' }, 2)).toEqual({
      persons: [
        { accidentShareFen: 0, allowancePerDayFen: 0, illnessSumFen: 0 },
        { accidentShareFen: 0, allowancePerDayFen: 0, illnessSumFen: 0 },
      ],
      medicalLimitFen: 0,
    });
  });

  it('costs the same for a household of any size, and by the head otherwise', () => {
    fc.assert(
      fc.property(count, copies, fc.integer({ min: 1, max: 100_000 }), (people, many, priceFen) => {
        expect(premiumOf({ priceFen, priceUnit: 'household' }, people, many)).toBe(priceFen * many);
        expect(premiumOf({ priceFen, priceUnit: 'person' }, people, many)).toBe(priceFen * many * people);
      }),
    );
  });
});
