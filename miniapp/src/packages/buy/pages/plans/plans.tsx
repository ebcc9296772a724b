import { useState } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { offerFor } from 'shared/household/family-offer';
import { readIdentity } from 'shared/household/identity-facts';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { choosePlan, usePurchase } from '@/features/order/purchase';
import { useKnownFamily } from '@/features/order/use-known-family';
import { PlanChoice } from '@/features/product/plan-choice';
import { PlanComparison } from '@/features/product/plan-comparison';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans, type PlanView } from '@/features/product/use-plans';
import { rememberedPlace } from '@/features/referral/place';
import { useReferralCode } from '@/features/referral/use-referral';
import { VillageChoice } from '@/features/referral/village-choice';
import { showControl } from '@/lib/navigation/show-control';

/** The plans side by side for this family; one is chosen. Whoever came without a link names its village first. */
export default function PlansPage() {
  useReferralCode();
  const [choosesPlace, setChoosesPlace] = useState(useRouter().params.place === 'choose');
  const answer = usePlans(rememberedPlace(), !choosesPlace);
  const draft = usePurchase();
  const { value, set } = draft;
  useKnownFamily(draft);
  const plans = answer.data?.plans ?? [];
  const [first] = plans;
  const maxMembers = Math.max(...plans.map((plan) => plan.maxMembers));
  const family = value.members.map((member) => {
    const { facts } = readIdentity(member);
    return { name: member.name, sex: facts?.sex, birthDay: facts?.birthDay };
  });

  const choose = async (plan: PlanView) => {
    set(choosePlan(value, plan));
    await Taro.navigateTo({ url: '/packages/buy/pages/members/members' });
  };

  if (choosesPlace)
    return (
      <Page title="选您住的村">
        <VillageChoice onChosen={() => setChoosesPlace(false)} />
      </Page>
    );
  // The page recommends none, and a bar of buttons would hide what is to be compared: one leads to those below it.
  const leadDown =
    first === undefined ? undefined : (
      <Button id="plans-lead-down" kind="secondary" onPress={() => showControl(`choose-${first.line}`)}>
        往下看，选一个
      </Button>
    );

  return (
    <Page title="选方案" actions={leadDown}>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={8} />}>
        {({ startDay }) => (
          <>
            <PlanComparison
              plans={plans}
              startDay={startDay}
              family={family}
              people={Math.min(value.people, maxMembers)}
              onPeople={(people) => set({ people })}
            />
            {plans.map((plan) => (
              <PlanChoice
                key={plan.id}
                plan={plan}
                isForNobody={family.length > 0 && offerFor(plan, family, startDay).joining === 0}
                onChoose={() => choose(plan)}
              />
            ))}
            <SellerFooter plans={plans} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
