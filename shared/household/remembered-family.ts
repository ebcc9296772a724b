import type { Plan } from '../product/plan.schema';
import type { Member } from './member.schema';

/** Whether two entries are the same place in the family: the same person, or who is now the buyer or the spouse. */
const isSamePlace = (one: Member, other: Member): boolean =>
  one.idNumber === other.idNumber ||
  (one.relation === other.relation && (one.relation === 'self' || one.relation === 'spouse'));

/**
 * The family as it is remembered after a purchase. A plan for the household names the whole family; one priced per
 * person only some of it, and the others stay as they were known. The policyholder stands first.
 */
export const rememberedFamily = (
  known: readonly Member[],
  holder: Member | null,
  insured: readonly Member[],
  { priceUnit }: Pick<Plan, 'priceUnit'>,
): Member[] => {
  const named = holder ? [holder, ...insured] : [...insured];
  if (priceUnit === 'household') return named;
  const others = known.filter((member) => !named.some((other) => isSamePlace(member, other)));
  const family = [...named, ...others];
  return [
    ...family.filter(({ relation }) => relation === 'self'),
    ...family.filter(({ relation }) => relation !== 'self'),
  ];
};
