import { listPlans, type PlanView } from 'shared/product/list-plans.contract';
import { useQueryOf } from '@/lib/query/use-query-of';

export type { PlanView };

/** The plans offered in the village of a link, or of the family's last purchase; in the order of comparison. */
export const usePlans = (referralCode: string | undefined, enabled = true) =>
  useQueryOf(listPlans, referralCode === undefined ? {} : { referralCode }, { enabled });
