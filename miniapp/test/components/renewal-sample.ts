/** A renewal as the cloud answers it, and the check of its family, for tests of the pages that lead to it. */
import { WANG } from 'shared/testing/cast';
import type { Renewal } from '@/features/order/renewal-words';
import { planSample } from './plan-sample';

export const renewedPolicyId = `pol_${'a'.repeat(24)}`;
export const renewalSample: Renewal = {
  today: '2027-05-03',
  phase: 'open',
  renewedByPolicyId: null,
  opensOn: '2027-04-03',
  closesOn: '2027-07-01',
  lastDay: '2027-06-01',
  startDay: '2027-06-02',
  gapDays: 0,
  relativeCode: 'a'.repeat(32),
  plan: planSample,
  sameDocuments: true,
  phone: WANG.phone,
  copies: 1,
  priceFen: 100_00,
  medicalLimitFen: 12_000_00,
  holder: null,
  contact: null,
  members: WANG.members.map((member) => ({
    ...member,
    ageYears: 40,
    standing: 'fine',
    text: '可以续。',
    accidentShareFen: 66_666_66,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
};
export const checkedSample = {
  startDay: '2027-06-02',
  priceFen: 100_00,
  payers: [{ kind: 'self', name: null, amountFen: 100_00 }],
  medicalLimitFen: 12_000_00,
  members: WANG.members.map(({ name, relation }, position) => ({
    name,
    maskedIdNumber: '3504**********0019',
    relation,
    ageYears: 40,
    mustSign: position < 2,
    accidentShareFen: 66_666_66,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
};
