import { textOf } from 'shared/errors/catalogue';
import { checkFamily, type EligibilityLimits } from 'shared/household/eligibility';
import type { MemberInput } from 'shared/household/member.schema';
import { normaliseIdNumber } from 'shared/identity/id-number';
import { minorsCapFaults } from 'shared/household/minors-cap';
import { benefitsOf } from 'shared/product/benefits';
import type { ChinaDay } from 'shared/time/china-day';

/** What is wrong at one place of the form: `members.1.idNumber`, and how to mend it. */
export interface Fault {
  path: string;
  message: string;
}

type SoldBenefits = Parameters<typeof benefitsOf>[0];

/** Only the cloud knows whose cover goes on; until it says so, everybody on a renewal may be of renewal age. */
const whoMayGoOn = (members: readonly MemberInput[]): ReadonlySet<string> =>
  new Set(members.map(({ idNumber }) => normaliseIdNumber(idNumber)));

/** The faults that the phone can find by itself; the cloud checks again and knows who is already insured. */
export const familyFaults = (
  members: readonly MemberInput[],
  startDay: ChinaDay,
  plan: EligibilityLimits & SoldBenefits,
  isRenewal: boolean,
  holder?: MemberInput,
): Fault[] => {
  const checked = checkFamily(members, startDay, plan, whoMayGoOn(isRenewal ? members : []), holder);
  const covers = benefitsOf(plan, members.length).persons.map(({ accidentShareFen }) => ({
    newFen: accidentShareFen,
    heldFen: 0,
  }));
  // Positions are those of the list only while everybody on it could be read.
  const capped = checked.faults.length === 0 ? minorsCapFaults(checked.members, covers, startDay) : [];
  return [...checked.faults, ...capped].map(({ path, code, message }) => ({
    path,
    message: message ?? textOf(code),
  }));
};

/** The first fault of one member, or of one field of that member. */
export const faultOf = (faults: readonly Fault[], index: number, field = ''): string | undefined => {
  const place = `members.${index}.${field}`;
  return faults.find(({ path }) => (field === '' ? path.startsWith(place) : path === place))?.message;
};

/** What remains after one member was changed. */
export const withoutFaultsOf = (faults: readonly Fault[], index: number): Fault[] =>
  faults.filter(({ path }) => !path.startsWith(`members.${index}.`));
