import { idNumberFor } from '../testing/id-numbers';
import { SAMPLE_POLICY } from '../testing/sample-policy';
import { heldTogether, isKnownByBirth } from './known-by-birth';
import { childNumberFaults, recordsIdNumber } from './record-id-number';

describe('a child that is known by birth', () => {
  it('is whoever has a birth certificate, and any child until school age', () => {
    const born = (birthDay: string, idKind: 'idCard' | 'birthCertificate' = 'idCard') => ({
      idKind,
      birthDay,
    });
    expect(isKnownByBirth(born('2020-06-03'), '2026-06-02')).toBe(true);
    expect(isKnownByBirth(born('2020-06-02'), '2026-06-02')).toBe(false);
    expect(isKnownByBirth(born('2019-06-02', 'birthCertificate'), '2026-06-02')).toBe(true);
  });

  it('holds each policy once, however many records tell of it, as the first has it', () => {
    const period = (policyId: string, endAt: number) => ({
      policyId,
      startAt: 1,
      endAt,
      copies: 1,
      accidentShareFen: 100,
    });
    const records = [
      { periods: [period('pol_a', 5)] },
      { periods: [period('pol_a', 9), period('pol_b', 7)] },
    ];
    expect(heldTogether(records)).toEqual([period('pol_a', 5), period('pol_b', 7)]);
  });
});

describe('the ID number of a child insured by birth certificate', () => {
  const child = { idKind: 'birthCertificate', birthDay: '2026-01-05', sex: 'male' } as const;
  const faultOf = (idNumber: string, insured = SAMPLE_POLICY.insured) =>
    childNumberFaults({ insured }, child, idNumber)[0]?.code;

  it('says the same birth day and sex, and is nobody else’s on the policy', () => {
    const [first] = SAMPLE_POLICY.insured;
    const twin = idNumberFor('2026-01-05', 11);
    expect(faultOf(idNumberFor('2026-01-05', 13))).toBeUndefined();
    expect(faultOf(idNumberFor('2026-01-06', 13))).toBe('ID_NUMBER_WRONG');
    expect(faultOf(idNumberFor('2026-01-05', 12))).toBe('ID_NUMBER_WRONG');
    expect(faultOf('350421')).toBe('ID_NUMBER_WRONG');
    expect(faultOf(twin, first && [{ ...first, idNumber: twin }])).toBe('ID_NUMBER_REPEATED');
  });

  it('is no correction of the certificate’s own number, nor of somebody with an ID card', () => {
    expect(recordsIdNumber(child, 'T350000001')).toBe(false);
    expect(recordsIdNumber(child, undefined)).toBe(false);
    expect(recordsIdNumber({ idKind: 'idCard' }, idNumberFor('2026-01-05', 13))).toBe(false);
    expect(recordsIdNumber(child, idNumberFor('2026-01-05', 13))).toBe(true);
  });
});
