import fc from 'fast-check';
import { formatYuan, splitEqually } from '../money/fen';
import { adjudicate, deductibleBorneBy, type CoverLeft } from './adjudicate';
import type { AssessmentFacts } from './assessment.schema';

const TEN_STEPS = [10_000, 9_000, 8_000, 7_000, 6_000, 5_000, 4_000, 3_000, 2_000, 1_000];
/** The other table seen in plans. Source: domain R7. */
const STEEP_STEPS = [10_000, 7_500, 5_000, 3_000, 2_000, 1_500, 1_000, 750, 500, 250];

const coverage = (sumFen: number, gradeRatios = TEN_STEPS) => ({
  accident: {
    kind: 'accident' as const,
    sumFen,
    disability: { standard: 'JR/T 0083-2013', version: '2013', gradeRatios },
    clause: '第三条',
  },
  medical: {
    kind: 'medical' as const,
    limitFen: 12_000_00,
    deductibleFen: 100_00,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
    clause: '第四条',
  },
});
const FUJIAN = coverage(200_000_00);
const HUNAN = coverage(120_000_00);

const leftFor = (
  plan: ReturnType<typeof coverage>,
  insured: number,
  changes: Partial<CoverLeft> = {},
): CoverLeft => ({
  accidentShareFen: splitEqually(plan.accident.sumFen, insured)[0] ?? 0,
  accidentPaidFen: 0,
  medicalLimitFen: plan.medical.limitFen,
  medicalPaidFen: 0,
  deductibleBorneFen: 0,
  ...changes,
});

const bills = (eligibleFen: number, paidByOthersFen = 0, afterSocialInsurance = true): AssessmentFacts => ({
  kind: 'medical',
  invoices: [{ label: '住院发票', eligibleFen, paidByOthersFen }],
  afterSocialInsurance,
});

describe('disability and death', () => {
  it('pays 20,000.00 for grade 8 of the first of three under 200,000', () => {
    const statement = adjudicate(FUJIAN, leftFor(FUJIAN, 3), { kind: 'disability', grade: 8 });
    expect(statement.totalFen).toBe(20_000_00);
    expect(statement.leftFen).toBe(46_666_67);
    expect(statement.draws).toBe('accidentShare');
    expect(statement.formula).toBe('66,666.67 × 30% = 20,000.00');
  });
  it('pays 40,000.00 for grade 1 under 120,000 over three', () => {
    const statement = adjudicate(HUNAN, leftFor(HUNAN, 3), { kind: 'disability', grade: 1 });
    expect(statement.totalFen).toBe(40_000_00);
    expect(statement.leftFen).toBe(0);
  });
  it('pays 132,000.00 for one death under policies of 100,000 and 32,000', () => {
    const totals = [100_000_00, 32_000_00].map((sumFen) => {
      const plan = coverage(sumFen);
      return adjudicate(plan, leftFor(plan, 1), { kind: 'death' }).totalFen;
    });
    expect(totals[0]).toBe(100_000_00);
    expect((totals[0] ?? 0) + (totals[1] ?? 0)).toBe(132_000_00);
  });
  it('takes the grades of the plan, 7.5 % included', () => {
    const plan = coverage(200_000_00, STEEP_STEPS);
    const statement = adjudicate(plan, leftFor(plan, 1), { kind: 'disability', grade: 8 });
    expect(statement.totalFen).toBe(15_000_00);
    expect(statement.formula).toContain('7.5%');
  });
  it('takes what disability paid from a later death of the same person', () => {
    const left = leftFor(FUJIAN, 3, { accidentPaidFen: 20_000_00 });
    const statement = adjudicate(FUJIAN, left, { kind: 'death' });
    expect(statement.totalFen).toBe(46_666_67);
    expect(statement.formula).toContain('最多再赔 46,666.67');
  });
});

describe('medical', () => {
  it('pays 2,304.45 of 3,860.50 after 1,200.00 by others and the deductible, and leaves 9,695.55', () => {
    const statement = adjudicate(FUJIAN, leftFor(FUJIAN, 3), bills(386_050, 120_000));
    expect(statement.totalFen).toBe(230_445);
    expect(statement.leftFen).toBe(969_555);
    expect(statement.draws).toBe('medicalLimit');
    expect(statement.formula).toBe('(3,860.50 − 1,200.00 − 100.00) × 90% = 2,304.45');
    expect(statement.clause).toBe('第四条');
  });
  it('pays 80 % without social insurance', () => {
    expect(adjudicate(FUJIAN, leftFor(FUJIAN, 3), bills(1_100_00, 0, false)).totalFen).toBe(800_00);
  });
  it('stops at what the family has left, and says so', () => {
    const left = leftFor(FUJIAN, 3, { medicalPaidFen: 11_900_00 });
    const statement = adjudicate(FUJIAN, left, bills(5_000_00));
    expect(statement.totalFen).toBe(100_00);
    expect(statement.leftFen).toBe(0);
    expect(statement.formula).toContain('按剩余额度 100.00 赔');
  });
  it('pays nothing when others and the deductible took it all, and prints no false sum', () => {
    const statement = adjudicate(FUJIAN, leftFor(FUJIAN, 3), bills(150_00, 100_00));
    expect(statement.totalFen).toBe(0);
    expect(statement.formula).not.toContain('×');
  });
  it('takes the deductible once for an accident: bills in two claims pay what one claim would', () => {
    const first = bills(60_00);
    const second = bills(1_000_00);
    const fresh = leftFor(FUJIAN, 3);
    const borneFen = deductibleBorneBy(FUJIAN, fresh, first);
    expect(borneFen).toBe(60_00);
    const then = adjudicate(FUJIAN, { ...fresh, deductibleBorneFen: borneFen }, second);
    expect(then.totalFen).toBe(adjudicate(FUJIAN, fresh, bills(1_060_00)).totalFen);
    expect(deductibleBorneBy(FUJIAN, { ...fresh, deductibleBorneFen: 100_00 }, second)).toBe(0);
  });
});

const anyAmount = fc.integer({ min: 0, max: 100_000_000 });
const anyFacts: fc.Arbitrary<AssessmentFacts> = fc.oneof(
  fc.record({
    kind: fc.constant('medical' as const),
    invoices: fc.array(
      fc.record({ label: fc.constant('发票'), eligibleFen: anyAmount, paidByOthersFen: anyAmount }),
      { minLength: 1, maxLength: 60 },
    ),
    afterSocialInsurance: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('disability' as const), grade: fc.integer({ min: 1, max: 10 }) }),
  fc.record({ kind: fc.constant('death' as const) }),
);
const anyLeft: fc.Arbitrary<CoverLeft> = fc
  .record({
    share: anyAmount,
    shareUsed: fc.double({ min: 0, max: 1, noNaN: true }),
    limit: anyAmount,
    limitUsed: fc.double({ min: 0, max: 1, noNaN: true }),
    borne: fc.integer({ min: 0, max: 100_00 }),
  })
  .map(({ share, shareUsed, limit, limitUsed, borne }) => ({
    accidentShareFen: share,
    accidentPaidFen: Math.floor(share * shareUsed),
    medicalLimitFen: limit,
    medicalPaidFen: Math.floor(limit * limitUsed),
    deductibleBorneFen: borne,
  }));

describe('whatever is entered', () => {
  it('pays whole fen, never below zero, never above what is left', () => {
    fc.assert(
      fc.property(anyLeft, anyFacts, (left, facts) => {
        const { totalFen, leftFen, draws, lines } = adjudicate(FUJIAN, left, facts);
        const available =
          draws === 'medicalLimit'
            ? left.medicalLimitFen - left.medicalPaidFen
            : left.accidentShareFen - left.accidentPaidFen;
        expect(Number.isInteger(totalFen)).toBe(true);
        expect(totalFen).toBeGreaterThanOrEqual(0);
        expect(totalFen).toBeLessThanOrEqual(available);
        expect(leftFen).toBe(available - totalFen);
        expect(lines[lines.length - 1]).toMatchObject({ kind: 'total', amountFen: totalFen });
      }),
    );
  });
  it('never pays more medical money than the family itself had to pay', () => {
    fc.assert(
      fc.property(anyLeft, anyAmount, anyAmount, (left, eligibleFen, paidByOthersFen) => {
        const { totalFen } = adjudicate(FUJIAN, left, bills(eligibleFen, paidByOthersFen));
        expect(totalFen).toBeLessThanOrEqual(Math.max(0, eligibleFen - paidByOthersFen));
      }),
    );
  });
  it('never pays less for a worse grade', () => {
    fc.assert(
      fc.property(anyLeft, fc.integer({ min: 1, max: 9 }), (left, grade) => {
        const worse = adjudicate(FUJIAN, left, { kind: 'disability', grade }).totalFen;
        const better = adjudicate(FUJIAN, left, { kind: 'disability', grade: grade + 1 }).totalFen;
        expect(worse).toBeGreaterThanOrEqual(better);
      }),
    );
  });
  it('states medical lines from which the total can be computed again', () => {
    fc.assert(
      fc.property(anyLeft, anyAmount, anyAmount, (left, eligibleFen, paidByOthersFen) => {
        const { lines, totalFen } = adjudicate(FUJIAN, left, bills(eligibleFen, paidByOthersFen));
        const sum = (kind: string): number =>
          lines
            .filter((line) => line.kind === kind)
            .reduce((total, line) => total + (line.amountFen ?? 0), 0);
        const ratio = lines.find((line) => line.kind === 'ratio')?.ratio ?? 0;
        const limit = lines.find((line) => line.kind === 'limit')?.amountFen ?? 0;
        const again = Math.round((Math.max(0, sum('plus') - sum('minus')) * ratio) / 10_000);
        expect(formatYuan(Math.min(limit, again))).toBe(formatYuan(totalFen));
      }),
    );
  });
});
