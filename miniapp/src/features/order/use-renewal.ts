import Taro from '@tarojs/taro';
import { checkFamily } from 'shared/household/check-family.contract';
import { memberInput, type MemberInput } from 'shared/household/member.schema';
import { canRenew } from 'shared/policy/renewed-family';
import type { SaleDocument } from 'shared/product/plan.schema';
import { z } from 'shared/zod';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useRequest } from '@/lib/query/use-request';
import { phoneTime } from '@/lib/time/phone-time';
import { changeMembers, checkedFamily, choosePlan, confirm, goesOnAt, usePurchase } from './purchase';
import type { Renewal } from './renewal-words';

/** A person of last year as the family would type them: nothing of how they stand. */
const asTyped = z.object(memberInput.shape);

interface Renewing {
  /** The family is right and healthy: keeps that, and opens the next page to be read. */
  start: (plan: NonNullable<Renewal['plan']>, declaration: SaleDocument) => Promise<void>;
  /** Somebody is to be added, left out or put right: the ordinary pages, with this family filled in. */
  change: (plan: NonNullable<Renewal['plan']>) => Promise<void>;
  error: CallFailed | undefined;
}

/**
 * Makes a purchase of last year's family, and leads on to what must be read, signed and paid.
 *
 * @param link that the family came by, if any.
 */
export const useRenewal = (
  policyId: string,
  renewal: Renewal | undefined,
  link: { readonly referralCode?: string },
): Renewing => {
  const { value, set } = usePurchase();
  const check = useRequest(checkFamily);
  const members: MemberInput[] = (renewal?.members ?? [])
    .filter(canRenew)
    .map((person) => z.parse(asTyped, person));

  // Who buys for others stands first in the list, and does not take part.
  const family = renewal?.holder ? [renewal.holder, ...members] : members;

  const fillIn = (plan: NonNullable<Renewal['plan']>) => {
    const chosen = { ...value, ...choosePlan(value, plan, policyId, renewal?.copies) };
    const isSameFamily = JSON.stringify(chosen.members) === JSON.stringify(family);
    return {
      ...chosen,
      ...(isSameFamily ? {} : changeMembers(family)),
      leftOut: renewal?.holder ? [renewal.holder.idNumber] : [],
      phone: renewal?.phone ?? '',
      contact: renewal?.contact ?? null,
      consented: (renewal?.members ?? []).map(({ idNumber }) => idNumber),
      prefilled: true,
    };
  };

  return {
    start: async (plan, declaration) => {
      const checked = await check.run({
        planId: plan.id,
        members,
        ...(renewal?.holder ? { holder: renewal.holder } : {}),
        copies: renewal?.copies ?? 1,
        renewsPolicyId: policyId,
        ...link,
      });
      if (!checked.ok) return;
      const filled = { ...fillIn(plan), ...checkedFamily(checked.data) };
      const declared = { ...filled, ...confirm(filled, declaration, phoneTime()) };
      set(declared);
      await Taro.navigateTo({ url: goesOnAt(declared, plan) });
    },
    change: async (plan) => {
      set(fillIn(plan));
      await Taro.navigateTo({ url: '/packages/buy/pages/members/members' });
    },
    error: check.error,
  };
};
