import type { Policy } from '../../../shared/policy/policy.schema';
import type { ReadStores } from '../../_stores/stores';

/** Who bought a policy: one of the insured, or who bought for others without being insured, as the order knows. */
export const holderNameOf = async (
  { orders }: Pick<ReadStores, 'orders'>,
  { insured, orderId }: Pick<Policy, 'insured' | 'orderId'>,
): Promise<string> => {
  const own = insured.find(({ relation }) => relation === 'self');
  return own?.name ?? (await orders.get(orderId))?.holder?.name ?? '';
};
