import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { useQueryOf, type Answer } from '@/lib/query/use-query-of';
import type { OutputOf } from 'shared/contract/contract';

/**
 * The family's policies while a report is being filled in. Without a network the last known ones do, and nothing is said
 * of it: whether they answer is judged when the report arrives.
 */
export const useFamilyPolicies = (): Answer<OutputOf<typeof listMyPolicies>> => {
  const answer = useQueryOf(listMyPolicies, {}, { kept: true });
  return answer.data === undefined ? answer : { ...answer, error: undefined };
};
