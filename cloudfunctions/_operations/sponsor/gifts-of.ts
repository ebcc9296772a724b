import { AppError } from '../../../shared/errors/app-error';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Workshop } from '../../_core/operation';
import type { Vault } from '../../_core/vault';
import { nameKeyOf } from '../policy/person-key';

/** No household has as many product lines. */
const MOST_GIFTS = 10;

/** The key under which the gifts of a household wait: nobody finds it without name and number of its head. */
export const giftKeyOf = (vault: Vault, head: { readonly name: string; readonly idNumber: string }): string =>
  nameKeyOf(vault, head.name, normaliseIdNumber(head.idNumber));

/** Gifts that nobody has opened, by their key. Throws GIFT_NOT_FOUND. */
export const giftsOf = async ({ read, ports }: Workshop, giftKey: string): Promise<Policy[]> => {
  const found = await read.policies.find({ where: { giftKey }, limit: MOST_GIFTS });
  const now = ports.clock.now();
  const gifts = found.filter(({ state, endAt }) => state === 'issued' && now < endAt);
  if (gifts.length === 0) throw new AppError('GIFT_NOT_FOUND');
  return gifts;
};

/** Who pays for a gift, by name. */
export const sponsorNamesOf = ({ payers }: Pick<Policy, 'payers'>): string =>
  payers.flatMap(({ name }) => (name === null ? [] : [name])).join('、');
