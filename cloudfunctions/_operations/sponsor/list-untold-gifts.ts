import { maskName } from '../../../shared/identity/masking';
import { listUntoldGifts } from '../../../shared/sponsor/gift.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { sponsorNamesOf } from './gifts-of';

/** Shown of a village: whoever is told goes from the list when the family opens its gift. */
const MOST = 200;

/**
 * Gifts in the caller's villages that nobody has opened yet, soonest cover first, so that the specialist can tell them.
 * Guarantees: masked names and nothing else of a person. Reads: regions, policies, plans. Source: domain R29, R42.
 */
export const listUntoldGiftsOperation = operation(listUntoldGifts, async ({ caller, read, ports }) => {
  const now = ports.clock.now();
  const codes = [
    ...new Set(caller.roles.filter(({ role }) => role === 'specialist').map(({ regionCode }) => regionCode)),
  ];
  const villages = await Promise.all(
    codes.map(async (regionCode) => {
      const [region, policies] = await Promise.all([
        read.regions.get(regionCode),
        read.policies.find({
          where: { regionCode, giftKey: { gte: 'per_' } },
          orderBy: [['giftKey', 'asc']],
          limit: MOST,
        }),
      ]);
      const waiting = policies.filter(({ state, endAt }) => state === 'issued' && now < endAt);
      return { regionCode, villageName: region?.name ?? '', waiting };
    }),
  );
  const planIds = [...new Set(villages.flatMap(({ waiting }) => waiting.map(({ planId }) => planId)))];
  const plans =
    planIds.length === 0
      ? []
      : await read.plans.find({ where: { id: { in: planIds } }, limit: planIds.length });
  return {
    villages: villages.map(({ waiting, ...village }) => ({
      ...village,
      gifts: waiting
        .sort((one, other) => one.startAt - other.startAt)
        .map((policy) => ({
          policyId: policy.id,
          holderName: maskName(policy.insured.find(({ relation }) => relation === 'self')?.name ?? ''),
          persons: policy.insured.length,
          planName: plans.find(({ id }) => id === policy.planId)?.name ?? '',
          sponsorName: sponsorNamesOf(policy),
          startDay: chinaDayOf(policy.startAt),
        })),
    })),
  };
});
