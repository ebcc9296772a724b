import Taro from '@tarojs/taro';
import { checkFamily } from 'shared/household/check-family.contract';
import { memberInput, type MemberInput } from 'shared/household/member.schema';
import { canRenew } from 'shared/policy/renewed-family';
import { z } from 'shared/zod';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useRequest } from '@/lib/query/use-request';
import { changeMembers, checkedFamily, choosePlan, goesOnAt, usePurchase, type Purchase } from './purchase';
import type { Renewal } from './renewal-words';

/** A person of last year as the family would type them: nothing of how they stand. */
const asTyped = z.object(memberInput.shape);

/** A renewal with a plan that is sold now. */
type OpenRenewal = Renewal & { readonly plan: NonNullable<Renewal['plan']> };

/** Whether there is something to renew with: its time has come, and the plan is sold. */
export const isOpen = (renewal: Renewal): renewal is OpenRenewal =>
  renewal.phase === 'open' && renewal.plan !== null;

/** Whether somebody can stay the policyholder: who buys for others, or an insured person that is the caller. */
export const hasHolder = ({ holder, members }: Renewal): boolean =>
  members.some(canRenew) &&
  (holder !== null || members.some((person) => person.relation === 'self' && canRenew(person)));

/** Whether it can go on as it is, with nothing to be told first. */
export const isAsLastYear = (renewal: Renewal): renewal is OpenRenewal =>
  isOpen(renewal) && hasHolder(renewal) && renewal.members.every(canRenew);

interface Renewing {
  /** The family is as it was: keeps it, and opens the next page to be read, above this one or in its place. */
  start: (renewal: OpenRenewal, inPlace?: boolean) => Promise<void>;
  /** Somebody is to be added, left out or put right: the ordinary pages, with this family filled in. */
  change: (renewal: OpenRenewal) => Promise<void>;
  error: CallFailed | undefined;
}

/**
 * Makes a purchase of last year's family, and leads on to what must be read, signed and paid.
 *
 * @param policyId what is renewed.
 * @param link that the family came by, if any.
 */
export const useRenewal = (policyId: string, link: { readonly referralCode?: string }): Renewing => {
  const { value, set } = usePurchase();
  const check = useRequest(checkFamily);

  const fillIn = (renewal: OpenRenewal, members: MemberInput[]): Purchase => {
    const { plan, holder } = renewal;
    const chosen = { ...value, ...choosePlan(value, plan, policyId, renewal.copies) };
    // Who buys for others stands first in the list, and does not take part.
    const family = holder === null ? members : [holder, ...members];
    const isSameFamily = JSON.stringify(chosen.members) === JSON.stringify(family);
    return {
      ...chosen,
      ...(isSameFamily ? {} : changeMembers(family)),
      leftOut: holder === null ? [] : [holder.idNumber],
      phone: renewal.phone,
      contact: renewal.contact,
      consented: renewal.members.map(({ idNumber }) => idNumber),
      lastDay: renewal.lastDay,
      prefilled: true,
    };
  };
  const familyOf = (renewal: Renewal): MemberInput[] =>
    renewal.members.filter(canRenew).map((person) => z.parse(asTyped, person));

  return {
    start: async (renewal, inPlace = false) => {
      const members = familyOf(renewal);
      const checked = await check.run({
        planId: renewal.plan.id,
        members,
        ...(renewal.holder === null ? {} : { holder: renewal.holder }),
        copies: renewal.copies,
        renewsPolicyId: policyId,
        ...link,
      });
      if (!checked.ok) return;
      const filled = { ...fillIn(renewal, members), ...checkedFamily(checked.data) };
      set(filled);
      const url = goesOnAt(filled, renewal.plan);
      await (inPlace ? Taro.redirectTo({ url }) : Taro.navigateTo({ url }));
    },
    change: async (renewal) => {
      set(fillIn(renewal, familyOf(renewal)));
      await Taro.navigateTo({ url: '/packages/buy/pages/members/members' });
    },
    error: check.error,
  };
};
