import type { InputOf } from 'shared/contract/contract';
import { listPlans, type PlanView } from 'shared/product/list-plans.contract';
import { useQueryOf } from '@/lib/query/use-query-of';

export type { PlanView };

/** The plans offered in the village of a link, in the one that was chosen, or of the family's last purchase. */
export const usePlans = (place: InputOf<typeof listPlans>, enabled = true) =>
  useQueryOf(listPlans, place, { enabled });
