import { Fragment } from 'react';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Icon } from '@/components/icon/icon';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { Skeleton } from '@/components/skeleton/skeleton';
import { PolicyCard } from '@/features/cover/policy-card';
import { PolicySums } from '@/features/cover/policy-sums';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** All policies of the family: what holds now, then what is over. */
export default function CoverPage() {
  const answer = useQueryOf(listMyPolicies, {}, { kept: true });
  const open = (policyId: string) => () =>
    void openPage(`/packages/buy/pages/certificate/certificate?policyId=${policyId}`);
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={4} />}>
        {({ policies }) => {
          const held = policies.filter(({ state }) => state === 'active' || state === 'notStarted');
          const over = policies.filter(({ state }) => state === 'ended' || state === 'cancelled');
          if (policies.length === 0)
            return (
              <EmptyState
                icon="shield"
                title="买好的保障会放在这里"
                text="一家一份，保一年。保单随时能打开看。"
                action={
                  <Button id="cover-buy" kind="secondary" onPress={() => openPage('/pages/home/home')}>
                    去首页看看
                  </Button>
                }
              />
            );
          return (
            <>
              {held.map((policy, position) => (
                <Fragment key={policy.policyId}>
                  <PolicyCard policy={policy} dominant={position === 0} onOpen={open(policy.policyId)} />
                  {position === 0 ? <PolicySums policy={policy} onOpen={open(policy.policyId)} /> : null}
                </Fragment>
              ))}
              {over.length === 0 ? null : (
                <Section title="以前的保障">
                  {over.map((policy) => (
                    <PolicyCard key={policy.policyId} policy={policy} onOpen={open(policy.policyId)} />
                  ))}
                </Section>
              )}
            </>
          );
        }}
      </Loaded>
      <Card flush>
        <Row
          id="cover-gift"
          lead={<Icon name="heart" />}
          label="领取单位送的保障"
          note="政府、单位替您家出钱办的，在这里领"
          onPress={() => void openPage('/packages/buy/pages/gift/gift')}
        />
      </Card>
    </Page>
  );
}
