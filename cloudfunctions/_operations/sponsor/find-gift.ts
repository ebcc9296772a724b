import { maskName } from '../../../shared/identity/masking';
import { consentWords } from '../../../shared/policy/consent-words';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { findGift, type GiftView } from '../../../shared/sponsor/gift.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { countAsked } from '../policy/already-insured';
import { lastDayOf } from '../policy/policy-views';
import { planOf } from '../product/sale-plan';
import { giftKeyOf, giftsOf, sponsorNamesOf } from './gifts-of';

const toGiftView = (policy: Policy, plan: Plan): GiftView => {
  const head = policy.insured.find(({ relation }) => relation === 'self');
  const sponsorName = sponsorNamesOf(policy);
  return {
    planName: plan.name,
    productName: plan.productName,
    filingNumber: plan.filingNumber,
    isSample: plan.isSample,
    insurer: plan.insurer,
    sponsorName,
    premiumFen: policy.premiumFen,
    startDay: chinaDayOf(policy.startAt),
    lastDay: lastDayOf(policy),
    persons: policy.insured.map(({ name, relation, accidentShareFen }) => ({
      name: relation === 'self' ? name : maskName(name),
      relation,
      accidentShareFen,
    })),
    consentWords: consentWords('adult', {
      holder: sponsorName,
      person: head?.name ?? '',
      accidentShareFen: head?.accidentShareFen ?? 0,
    }),
  };
};

/**
 * Gifts that wait for the household of a person. "None" is told as well only to who has tries left.
 * Reads: policies, plans. Writes the daily count of persons asked about. Errors: GIFT_NOT_FOUND, TOO_MANY_TRIES.
 */
export const findGiftOperation = operation(findGift, async (context) => {
  const { input, caller, vault } = context;
  const giftKey = giftKeyOf(vault, input);
  await countAsked(context, caller, giftKey);
  const gifts = await giftsOf(context, giftKey);
  const views: GiftView[] = [];
  for (const policy of gifts) views.push(toGiftView(policy, await planOf(context, policy.planId)));
  return { gifts: views };
});
