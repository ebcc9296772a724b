import fc from 'fast-check';
import type { AssessmentFacts } from 'shared/claim/assessment.schema';
import { draftOf, readFacts, type FactsDraft } from './facts-draft';

const medical = (
  part: Partial<FactsDraft['invoices'][number]>,
  chosen: FactsDraft['afterSocialInsurance'],
) => ({
  ...draftOf(null),
  invoices: [{ label: '县医院住院', eligible: '3860.50', paidByOthers: '1200', ...part }],
  afterSocialInsurance: chosen,
});

describe('facts as they are typed', () => {
  it('reads yuan as the one parser of money reads them', () => {
    expect(readFacts('medical', medical({ eligible: ' 3,860.5元' }, 'yes')).facts).toEqual({
      kind: 'medical',
      invoices: [{ label: '县医院住院', eligibleFen: 386_050, paidByOthersFen: 120_000 }],
      afterSocialInsurance: true,
    });
  });

  it('takes nothing typed as nothing paid by others, but never as an invoice of nothing', () => {
    const facts = readFacts('medical', medical({ paidByOthers: '' }, 'no')).facts;
    expect(facts).toMatchObject({ invoices: [{ paidByOthersFen: 0 }], afterSocialInsurance: false });
    const empty = readFacts('medical', medical({ eligible: '' }, 'no'));
    expect(empty.facts).toBeUndefined();
    expect(empty.missing).toBe('还没填第 1 张发票的金额');
  });

  it.each(['3860.555', '三千', '-5', '1e3', '38.6.0'])('refuses %s at its place', (eligible) => {
    const read = readFacts('medical', medical({ eligible }, 'yes'));
    expect(read.facts).toBeUndefined();
    expect(read.faults.get('facts.invoices.0.eligibleFen')).toMatch(/两位小数/);
  });

  it('refuses more than a million at its place, as the server does', () => {
    const read = readFacts('medical', medical({ eligible: '1000000.01' }, 'yes'));
    expect(read.facts).toBeUndefined();
    expect(read.faults.get('facts.invoices.0.eligibleFen')).toMatch(/一百万/);
  });

  it('chooses nothing beforehand', () => {
    expect(readFacts('medical', medical({}, '')).missing).toBe('还没选医保有没有报销');
    expect(readFacts('disability', draftOf(null)).missing).toBe('还没选伤残等级');
    expect(readFacts('death', draftOf(null)).facts).toEqual({ kind: 'death' });
  });

  it('shows the facts of a returned assessment so that they read back the same, to the fen', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 });
    const invoice = fc.record({
      label: fc.constantFrom('门诊', '县医院住院', '药店'),
      eligibleFen: amount,
      paidByOthersFen: amount,
    });
    const anyFacts: fc.Arbitrary<AssessmentFacts> = fc.oneof(
      fc.record({
        kind: fc.constant('medical' as const),
        invoices: fc.array(invoice, { minLength: 1, maxLength: 5 }),
        afterSocialInsurance: fc.boolean(),
      }),
      fc.record({ kind: fc.constant('disability' as const), grade: fc.integer({ min: 1, max: 10 }) }),
    );
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(readFacts(facts.kind, draftOf(facts)).facts).toEqual(facts);
      }),
    );
  });
});
