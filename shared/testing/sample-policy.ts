import { NOTHING_PAID, type Insured, type Policy } from '../policy/policy.schema';
import { idNumberFor } from './id-numbers';

const person = (
  personKey: string,
  who: Pick<Insured, 'name' | 'relation' | 'birthDay' | 'sex'>,
  accidentShareFen: number,
): Insured => ({
  ...who,
  idKind: 'idCard',
  idNumber: idNumberFor(who.birthDay, who.sex === 'male' ? 11 : 24),
  personKey,
  accidentShareFen,
  ...NOTHING_PAID,
  allowancePerDayFen: 0,
  illnessSumFen: 0,
  otherDeathCoverFen: null,
  consent: { at: Date.UTC(2026, 5, 1, 4), by: who.relation === 'daughter' ? 'parent' : 'signature' },
});

/** Father, mother and a daughter of 12 under the 212,000 plan, covered from 2026-06-02 for a year; for tests of rules. */
export const SAMPLE_POLICY: Policy = {
  id: 'pol_x',
  number: '35042126000000000002',
  orderId: 'ord_x',
  householdId: 'hh_x',
  openid: 'o-x',
  giftKey: null,
  regionCode: '350421200201',
  planId: 'plan-x',
  line: 'family-accident-100',
  planVersion: 1,
  copies: 1,
  premiumFen: 100_00,
  payers: [{ kind: 'self', sponsorId: null, name: null, amountFen: 100_00 }],
  startAt: Date.UTC(2026, 5, 1, 16),
  endAt: Date.UTC(2027, 5, 1, 16),
  issuedAt: Date.UTC(2026, 5, 1, 4),
  openedAt: null,
  delivery: null,
  insured: [
    person('per_a', { name: '王建国', relation: 'self', birthDay: '1979-03-15', sex: 'male' }, 66_666_67),
    person('per_b', { name: '李秀英', relation: 'spouse', birthDay: '1981-08-02', sex: 'female' }, 66_666_67),
    person(
      'per_c',
      { name: '王小雨', relation: 'daughter', birthDay: '2014-05-20', sex: 'female' },
      66_666_66,
    ),
  ],
  medicalLimitFen: 12_000_00,
  medicalPaidFen: 0,
  state: 'issued',
  nextReminderAt: null,
  cancellation: null,
  corrections: [],
  additions: [],
  claimIds: [],
};
