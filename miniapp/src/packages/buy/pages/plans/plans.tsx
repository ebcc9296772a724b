import Taro from '@tarojs/taro';
import { formatYuanShort } from 'shared/money/fen';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { choosePlan, usePurchase } from '@/features/order/purchase';
import { PlanComparison } from '@/features/product/plan-comparison';
import { SellerFooter } from '@/features/product/seller-footer';
import { usePlans, type PlanView } from '@/features/product/use-plans';
import { useReferralCode } from '@/features/referral/use-referral';
import { showControl } from '@/lib/navigation/show-control';
import { useTheme } from '@/lib/theme/theme';

/** The plans side by side for this family; one is chosen. */
export default function PlansPage() {
  const answer = usePlans(useReferralCode());
  const purchase = usePurchase();
  const { elder } = useTheme();
  const plans = answer.data?.plans ?? [];
  const maxMembers = Math.min(...plans.map((plan) => plan.maxMembers));

  const choose = async (plan: PlanView) => {
    purchase.set(choosePlan(purchase.value, plan));
    await Taro.navigateTo({ url: '/packages/buy/pages/members/members' });
  };

  // Both are quiet: the page recommends neither, and the sums are what is looked at.
  const choices = plans.map((plan) => (
    <Button
      key={plan.id}
      id={`choose-${formatYuanShort(plan.priceFen)}`}
      kind="secondary"
      onPress={() => choose(plan)}
    >
      {`选 ${formatYuanShort(plan.priceFen)} 元的`}
    </Button>
  ));

  // In large text a bar of two buttons would hide what is to be compared: one leads to the two below the comparison.
  const [first] = plans;
  const leadDown =
    first === undefined ? undefined : (
      <Button
        id="plans-lead-down"
        kind="secondary"
        onPress={() => showControl(`choose-${formatYuanShort(first.priceFen)}`)}
      >
        往下看，选一个
      </Button>
    );

  return (
    <Page actions={plans.length === 0 ? undefined : elder ? leadDown : choices}>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={8} />}>
        {({ startDay }) => (
          <>
            <PlanComparison
              plans={plans}
              startDay={startDay}
              people={Math.min(purchase.value.people, maxMembers)}
              onPeople={(people) => purchase.set({ people })}
            />
            {elder ? choices : null}
            <Section title="条款先看清">
              <Card flush>
                {plans.map((plan) => (
                  <Row
                    key={plan.id}
                    id={`plan-documents-${formatYuanShort(plan.priceFen)}`}
                    label={plan.name}
                    note={`${plan.documents.length} 份：条款、不赔的情况、健康告知`}
                    onPress={() =>
                      void Taro.navigateTo({ url: `/packages/buy/pages/read/read?planId=${plan.id}` })
                    }
                  />
                ))}
              </Card>
            </Section>
            <SellerFooter plans={plans} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
