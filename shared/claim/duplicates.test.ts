import { invoiceOf } from '../testing/sample-answers';
import type { AssessmentFacts, InvoiceLine } from './assessment.schema';
import { invoiceKeys, photoKeys, repeatedDays, stayKeys } from './duplicates';

const bills = (...invoices: Partial<InvoiceLine>[]): AssessmentFacts => ({
  benefits: [
    {
      kind: 'medical',
      invoices: invoices.map((one) => ({ ...invoiceOf(386_050), ...one })),
      afterSocialInsurance: true,
    },
  ],
  refused: [],
  exGratia: [],
});
const numbersOf = (...numbers: string[]) =>
  invoiceKeys(bills(...numbers.map((number) => ({ number, day: null })))).map(({ value }) => value);

describe('an invoice is known again', () => {
  it('by its number, however it was typed', () => {
    expect(new Set(numbersOf('№ 0012-3456', '００１２３４５６', ' 0012 3456', '00123456'))).toEqual(
      new Set(['00123456']),
    );
    expect(numbersOf('ab12345', 'AB12345')).toEqual(['AB12345', 'AB12345']);
  });

  it('not by what is no number', () => {
    expect(numbersOf('', '无', '-', '1', '见附件')).toEqual([]);
  });

  it('by its amount together with its day, which alone say nothing', () => {
    const keys = invoiceKeys(bills({ day: '2026-06-12', amountFen: 100 }, { day: null, amountFen: 100 }));
    expect(keys).toEqual([{ kind: 'sameAmountAndDay', value: '2026-06-12|100', place: 0 }]);
  });

  it('only where there are invoices', () => {
    expect(invoiceKeys(null)).toEqual([]);
    const stay = { admittedOn: '2026-06-12', dischargedOn: '2026-06-13' };
    const stays = { kind: 'allowance' as const, stays: [stay] };
    expect(invoiceKeys({ benefits: [stays], refused: [], exGratia: [] })).toEqual([]);
  });
});

it('a photo is known again by its content, at its place', () => {
  expect(photoKeys([{ sha256: 'a' }, { sha256: 'b' }])).toEqual([
    { kind: 'samePhoto', value: 'a', place: 0 },
    { kind: 'samePhoto', value: 'b', place: 1 },
  ]);
});

describe('a stay in hospital is known again', () => {
  const stays = [{ admittedOn: '2026-06-03', dischargedOn: '2026-06-13' }];
  const one = { personKey: 'per_a', accidentAt: 1_780_400_000_000, policyIds: ['pol_a'], stays };
  const days = [{ first: '2026-06-03', last: '2026-06-12' }];
  const later = { ...one, accidentAt: one.accidentAt + 3 * 86_400_000 };

  it('by its person, stay by stay', () => {
    const facts = { benefits: [{ kind: 'allowance' as const, stays }], refused: [], exGratia: [] };
    expect(stayKeys({ personKey: 'per_a' }, facts)).toEqual([{ kind: 'sameStay', value: 'per_a', place: 0 }]);
    expect(stayKeys({ personKey: 'per_a' }, null)).toEqual([]);
  });

  it('of the same person alone', () => {
    expect(repeatedDays(one, { ...one, personKey: 'per_b' })).toEqual([]);
  });

  it('when the same policy is to pay it again, for this accident or another', () => {
    expect(repeatedDays(one, one)).toEqual(days);
    expect(repeatedDays(one, later)).toEqual(days);
  });

  it('under another policy for another accident; not where two policies answer for one accident', () => {
    expect(repeatedDays(one, { ...later, policyIds: ['pol_b'] })).toEqual(days);
    expect(repeatedDays(one, { ...one, policyIds: ['pol_b'] })).toEqual([]);
    expect(repeatedDays(one, { ...one, policyIds: ['pol_b', 'pol_a'] })).toEqual(days);
  });
});
