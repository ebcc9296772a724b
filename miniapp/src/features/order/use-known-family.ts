import { useEffect } from 'react';
import { getHousehold } from 'shared/household/get-household.contract';
import { useQueryOf } from '@/lib/query/use-query-of';
import type { Draft } from '@/lib/storage/draft';
import { changeMembers, keptPurchase, type Purchase } from './purchase';

const isWithoutFamily = ({ prefilled, members }: Purchase): boolean => !prefilled && members.length === 0;

/**
 * Puts the family of the last purchase into an empty draft, once; who was deleted from it does not come back. A page that
 * lies below others hears of the family when those have ordered: what they have filled in stands.
 */
export const useKnownFamily = ({ value, set, reread }: Draft<Purchase>): void => {
  const isNew = isWithoutFamily(value);
  const known = useQueryOf(getHousehold, {}, { enabled: isNew });
  const household = known.data?.household;
  useEffect(() => {
    if (!isNew || household === undefined || household === null) return;
    const { members, phone, contact } = household;
    if (isWithoutFamily(keptPurchase())) set({ ...changeMembers(members), phone, contact, prefilled: true });
    else reread();
  }, [isNew, household, set, reread]);
};
