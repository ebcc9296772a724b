import { adjudicate, type AnsweringPolicy } from './adjudicate';
import { roughFacts, roughFaults, type RoughFigure } from './estimate';

const policy = (policyId: string, accidentShareFen: number): AnsweringPolicy => ({
  policyId,
  policyNumber: policyId,
  planName: policyId,
  coverage: {
    accident: {
      kind: 'accident',
      sumFen: accidentShareFen,
      disability: {
        standard: 'JR/T 0083-2013',
        version: '2013',
        gradeRatios: [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000],
      },
      clause: '第三条',
    },
    medical: {
      kind: 'medical',
      limitFen: 12_000_00,
      deductibleFen: 100_00,
      ratioAfterSocialInsurance: 9_000,
      ratioWithoutSocialInsurance: 8_000,
      clause: '第四条',
    },
    allowance: { kind: 'allowance', perDayFen: 50_00, waitingDays: 3, maxDays: 90, clause: '第五条' },
    illness: null,
  },
  left: {
    accidentShareFen,
    accidentPaidFen: 0,
    medicalLimitFen: 12_000_00,
    medicalPaidFen: 0,
    deductibleBorneFen: 0,
    allowancePerDayFen: 50_00,
    allowanceDaysPaid: 0,
    illnessSumFen: 0,
    illnessPaidFen: 0,
    ratings: [],
  },
  startAt: 0,
  continues: false,
});

const total = (policies: readonly AnsweringPolicy[], ...figures: RoughFigure[]): number => {
  const person = { birthDay: '1979-03-15', accidentAt: Date.UTC(2026, 6, 1, 4) };
  const facts = roughFacts(figures, { day: '2026-07-01', otherDeathCoverFen: 0 });
  return adjudicate(policies, person, facts).totalFen;
};
const bill = (change: Partial<Extract<RoughFigure, { kind: 'medical' }>> = {}): RoughFigure => ({
  kind: 'medical',
  billFen: 3_860_50,
  afterSocialInsurance: true,
  paidByOthersFen: 1_200_00,
  ...change,
});

describe('an estimate', () => {
  it('is what the rules of a decision pay for the same bill', () => {
    expect(total([policy('one', 40_000_00)], bill())).toBe(2_304_45);
    const without = bill({ afterSocialInsurance: false, paidByOthersFen: 0 });
    expect(total([policy('one', 40_000_00)], without)).toBe(3_008_40);
  });

  it('adds up over policies: 100,000 and 32,000 for one death', () => {
    expect(total([policy('one', 100_000_00), policy('two', 32_000_00)], { kind: 'death' })).toBe(132_000_00);
  });

  it('pays grade 1 of a share of 40,000 whole, grade 10 a tenth', () => {
    expect(total([policy('one', 40_000_00)], { kind: 'disability', grade: 1 })).toBe(40_000_00);
    expect(total([policy('one', 40_000_00)], { kind: 'disability', grade: 10 })).toBe(4_000_00);
  });

  it('counts days in hospital as nights, without those that are not paid', () => {
    expect(total([policy('one', 0)], { kind: 'allowance', days: 10 })).toBe(7 * 50_00);
    expect(total([policy('one', 0)], bill(), { kind: 'allowance', days: 10 })).toBe(2_304_45 + 350_00);
  });
});

describe('rough figures are refused', () => {
  const faults = (...figures: RoughFigure[]) =>
    roughFaults(figures).map(({ path, code }) => `${path} ${code}`);

  it('above a million yuan, and up to it they are not', () => {
    expect(faults(bill({ billFen: 100_000_000 }))).toEqual([]);
    expect(faults(bill({ billFen: 100_000_001 }))).toEqual(['figures.0.billFen AMOUNT_INVALID']);
  });

  it('when others pay more than the bill', () => {
    expect(faults(bill({ paidByOthersFen: 3_860_50 }))).toEqual([]);
    expect(faults(bill({ paidByOthersFen: 3_860_51 }))).toEqual(['figures.0.paidByOthersFen AMOUNT_INVALID']);
  });

  it('twice of one kind', () => {
    expect(faults(bill(), { kind: 'death' }, bill())).toEqual(['figures.2.kind FIELD_INVALID']);
  });
});
