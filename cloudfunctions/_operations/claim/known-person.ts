import type { KnownPerson } from '../../../shared/claim/check-cover.contract';
import { AppError } from '../../../shared/errors/app-error';
import type { Member } from '../../../shared/household/member.schema';
import type { Caller } from '../../_core/caller';
import type { Workshop } from '../../_core/operation';
import { ownPolicy } from '../policy/own-policy';

/** Somebody the caller's household knows. Throws POLICY_NOT_FOUND (also another family's), PERSON_NOT_INSURED. */
export const personKnownTo = async (
  { read }: Pick<Workshop, 'read'>,
  caller: Caller,
  asked: KnownPerson,
): Promise<Member> => {
  const people =
    asked.from === 'policy'
      ? (await ownPolicy(read, caller, asked.policyId)).insured
      : (await read.households.get(caller.householdId))?.members;
  const person = people?.[asked.position];
  if (!person) {
    throw new AppError('PERSON_NOT_INSURED', { places: [{ path: 'person', code: 'PERSON_NOT_INSURED' }] });
  }
  return person;
};
