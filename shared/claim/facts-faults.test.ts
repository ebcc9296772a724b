import type { AssessmentFacts } from './assessment.schema';
import { factsFaults } from './facts-faults';

const bill = (eligibleFen: number, paidByOthersFen = 0) => ({ label: '发票', eligibleFen, paidByOthersFen });
const medical = (...invoices: ReturnType<typeof bill>[]): AssessmentFacts => ({
  kind: 'medical',
  invoices,
  afterSocialInsurance: true,
});

describe('facts of an assessment', () => {
  it('are of the kind that was claimed', () => {
    expect(factsFaults({ kind: 'death' }, 'medical')).toMatchObject([
      { path: 'facts.kind', code: 'FIELD_INVALID' },
    ]);
    expect(factsFaults({ kind: 'death' }, 'death')).toEqual([]);
    expect(factsFaults({ kind: 'disability', grade: 8 }, 'disability')).toEqual([]);
  });
  it('hold no invoice above a million yuan, each told at its field', () => {
    expect(factsFaults(medical(bill(100_000_000, 100_000_000)), 'medical')).toEqual([]);
    expect(factsFaults(medical(bill(1), bill(100_000_001, 100_000_001)), 'medical')).toEqual([
      { path: 'facts.invoices.1.eligibleFen', code: 'AMOUNT_INVALID' },
      { path: 'facts.invoices.1.paidByOthersFen', code: 'AMOUNT_INVALID' },
    ]);
  });
});
