import { useEffect } from 'react';
import { getHousehold } from 'shared/household/get-household.contract';
import { useQueryOf } from '@/lib/query/use-query-of';
import { changeMembers, type Purchase } from './purchase';

/** Puts the family of the last purchase into an empty draft, once; who was deleted from it does not come back. */
export const useKnownFamily = (value: Purchase, set: (part: Partial<Purchase>) => void): void => {
  const isNew = !value.prefilled && value.members.length === 0;
  const known = useQueryOf(getHousehold, {}, { enabled: isNew });
  const household = known.data?.household;
  useEffect(() => {
    if (!isNew || household === undefined || household === null) return;
    const { members, phone, contact } = household;
    set({ ...changeMembers(members), phone, contact, prefilled: true });
  }, [isNew, household, set]);
};
