import fc from 'fast-check';
import type { AssessmentFacts } from 'shared/claim/assessment.schema';
import { draftOf, newBenefit, newExGratia, newRefused, type DraftOf, type InvoiceDraft } from './facts-draft';
import { readFacts } from './facts-reading';

const NOTHING = { benefits: [], refused: [], exGratia: [] };
const bill = (
  part: Partial<InvoiceDraft> = {},
  afterSocialInsurance: DraftOf<'medical'>['afterSocialInsurance'] = 'yes',
) =>
  readFacts({
    ...NOTHING,
    benefits: [
      {
        kind: 'medical',
        invoices: [
          {
            label: '县医院住院',
            number: '',
            day: '',
            amount: '3860.50',
            eligible: '',
            paidByOthers: '1200',
            note: '',
            ...part,
          },
        ],
        afterSocialInsurance,
      },
    ],
  });

describe('facts as they are typed', () => {
  it('reads yuan as the one parser of money reads them, full-width digits too', () => {
    expect(bill({ amount: ' ３，８６０．５元', number: 'Ｎ ０１２３' }).facts?.benefits).toEqual([
      {
        kind: 'medical',
        invoices: [
          {
            label: '县医院住院',
            number: 'N0123',
            day: null,
            amountFen: 386_050,
            eligibleFen: 386_050,
            paidByOthersFen: 120_000,
            note: '',
          },
        ],
        afterSocialInsurance: true,
      },
    ]);
  });

  it('takes nothing typed as all of it recognised and nothing paid by others, but never as an invoice of nothing', () => {
    const [benefit] = bill({ paidByOthers: '' }, 'no').facts?.benefits ?? [];
    expect(benefit).toMatchObject({ invoices: [{ eligibleFen: 386_050, paidByOthersFen: 0 }] });
    const empty = bill({ amount: '' });
    expect(empty.facts).toBeUndefined();
    expect(empty.missing).toBe('还没填第 1 张发票的金额');
  });

  it.each(['3860.555', '三千', '-5', '1e3', '38.6.0'])('refuses %s at its place', (eligible) => {
    const read = bill({ eligible });
    expect(read.facts).toBeUndefined();
    expect([...read.faults]).toEqual([
      ['facts.benefits.0.invoices.0.eligibleFen', expect.stringMatching(/两位小数/)],
    ]);
  });

  it('chooses nothing beforehand, and says the first thing that is missing', () => {
    const missing = (kind: Parameters<typeof newBenefit>[0]) =>
      readFacts({ ...NOTHING, benefits: [newBenefit(kind)] }).missing;
    expect(bill({}, '').missing).toBe('还没选医保有没有报销');
    expect(missing('medical')).toBe('还没填第 1 张发票的金额');
    expect(missing('allowance')).toBe('还没选第 1 次住院的入院日期');
    expect(missing('disability')).toBe('还没填第 1 处伤残的条目编码');
    expect(missing('death')).toBe('还没选去世的日子');
    expect(missing('illness')).toBe('还没填诊断书上的病名');
    expect(readFacts({ ...NOTHING, refused: [newRefused()] }).missing).toBe('还没写第 1 项不赔的是什么');
    expect(readFacts({ ...NOTHING, exGratia: [newExGratia()] }).missing).toBe('还没写第 1 笔通融是什么');
  });

  it('tells what the contract refuses at its own place', () => {
    const read = readFacts({
      ...NOTHING,
      exGratia: [{ label: '交通费', amount: '0', reason: '家庭困难' }],
    });
    expect(read.facts).toBeUndefined();
    expect([...read.faults]).toEqual([['facts.exGratia.0.amountFen', '通融的金额要大于 0。']]);
  });

  it('shows the facts of a returned assessment so that they read back the same, to the fen', () => {
    const amount = fc.integer({ min: 0, max: 100_000_000 });
    const day = fc.constantFrom('2026-02-28', '2026-06-05');
    const words = fc.constantFrom('门诊', '县医院住院', '药店');
    const medical = fc.record({
      kind: fc.constant('medical' as const),
      invoices: fc.array(
        fc.record({
          label: words,
          number: fc.constantFrom('', '35020026'),
          day: fc.option(day),
          amountFen: amount,
          eligibleFen: amount,
          paidByOthersFen: amount,
          note: fc.constantFrom('', '护工费不赔'),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      afterSocialInsurance: fc.boolean(),
    });
    const disability = fc.record({
      kind: fc.constant('disability' as const),
      injuries: fc.array(
        fc.record({ code: fc.constant('7.1.1'), part: words, grade: fc.integer({ min: 1, max: 10 }) }),
        { minLength: 1, maxLength: 3 },
      ),
      ratedOn: day,
      inTreatment: fc.boolean(),
    });
    const others = fc.oneof(
      fc.record({
        kind: fc.constant('allowance' as const),
        stays: fc.array(fc.record({ admittedOn: day, dischargedOn: day }), { minLength: 1, maxLength: 3 }),
      }),
      fc.record({ kind: fc.constant('death' as const), diedOn: day, paidByOtherInsurersFen: amount }),
      fc.record({ kind: fc.constant('illness' as const), disease: words, diagnosedOn: day }),
    );
    const anyFacts: fc.Arbitrary<AssessmentFacts> = fc.record({
      benefits: fc.array(fc.oneof(medical, disability, others), { maxLength: 5 }),
      refused: fc.array(fc.record({ what: words, reason: fc.constant('不在条款内'), clause: words }), {
        maxLength: 2,
      }),
      exGratia: fc.array(
        fc.record({
          label: words,
          amountFen: fc.integer({ min: 1, max: 1_000_000 }),
          reason: fc.constant('家庭困难'),
        }),
        { maxLength: 2 },
      ),
    });
    fc.assert(
      fc.property(anyFacts, (facts) => {
        expect(readFacts(draftOf('medical', facts)).facts).toEqual(facts);
      }),
    );
  });
});
