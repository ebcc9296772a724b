import Taro from '@tarojs/taro';
import { checkFamily } from 'shared/household/check-family.contract';
import type { MemberInput } from 'shared/household/member.schema';
import { canRenew } from 'shared/policy/renewed-family';
import type { SaleDocument } from 'shared/product/plan.schema';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useRequest } from '@/lib/query/use-request';
import {
  changeMembers,
  checkedFamily,
  choosePlan,
  confirm,
  isConfirmed,
  pagesOf,
  usePurchase,
} from './purchase';
import type { Renewal } from './renewal-words';

interface Renewing {
  /** The family is right and healthy: keeps that, and opens the next page to be read. */
  start: (plan: NonNullable<Renewal['plan']>, declaration: SaleDocument) => Promise<void>;
  /** Somebody is to be added, left out or put right: the ordinary pages, with this family filled in. */
  change: (plan: NonNullable<Renewal['plan']>) => Promise<void>;
  error: CallFailed | undefined;
}

/** Makes a purchase of last year's family, and leads on to what must be read, signed and paid. */
export const useRenewal = (policyId: string, renewal: Renewal | undefined): Renewing => {
  const { value, set } = usePurchase();
  const check = useRequest(checkFamily);
  const members: MemberInput[] = (renewal?.members ?? [])
    .filter(canRenew)
    .map(
      ({ ageYears: _age, standing: _standing, text: _text, accidentShareFen: _share, ...entered }) => entered,
    );

  const fillIn = (plan: NonNullable<Renewal['plan']>) => {
    const chosen = { ...value, ...choosePlan(value, plan, policyId) };
    const isSameFamily = JSON.stringify(chosen.members) === JSON.stringify(members);
    return {
      ...chosen,
      ...(isSameFamily ? {} : changeMembers(members)),
      phone: renewal?.phone ?? '',
      consented: (renewal?.members ?? []).map(({ idNumber }) => idNumber),
      prefilled: true,
    };
  };

  return {
    start: async (plan, declaration) => {
      const checked = await check.run({ planId: plan.id, members, renewsPolicyId: policyId });
      if (!checked.ok) return;
      const { id, version, sha256 } = declaration;
      const filled = { ...fillIn(plan), ...checkedFamily(checked.data) };
      const declared = { ...filled, ...confirm(filled, { documentId: id, version, sha256 }) };
      set(declared);
      const next = pagesOf(declared, plan).find((page) => !isConfirmed(declared, page));
      await Taro.navigateTo({
        url:
          next === undefined
            ? '/packages/buy/pages/pay/pay'
            : `/packages/buy/pages/document/document?planId=${plan.id}&documentId=${next.id}`,
      });
    },
    change: async (plan) => {
      set(fillIn(plan));
      await Taro.navigateTo({ url: '/packages/buy/pages/members/members' });
    },
    error: check.error,
  };
};
