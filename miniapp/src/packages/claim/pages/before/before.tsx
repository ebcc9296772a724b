import { getHousehold } from 'shared/household/get-household.contract';
import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { BeforeEnquiry } from '@/features/claim/before-enquiry';
import { knownPeople } from '@/features/claim/known-people';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Before a report: was this person covered that day, what would it come to, which papers are needed. */
export default function BeforePage() {
  const policies = useQueryOf(listMyPolicies, {});
  const household = useQueryOf(getHousehold, {});
  if (policies.data !== undefined && household.data !== undefined) {
    const { policies: held, today } = policies.data;
    const people = knownPeople(held, household.data.household?.members ?? [], today);
    if (people.length > 0) return <BeforeEnquiry people={people} policies={held} today={today} />;
  }
  return (
    <Page>
      <Loaded answer={policies} skeleton={<Skeleton lines={4} />}>
        {() => (
          <Loaded answer={household} skeleton={<Skeleton lines={4} />}>
            {() => (
              <EmptyState
                icon="shield"
                title="还没有保障"
                text="买了保障，在这里能查每位家人哪天有没有保障、大概能赔多少。"
                action={
                  <Button id="before-cover" onPress={() => openPage('/pages/cover/cover')}>
                    看看保障
                  </Button>
                }
              />
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}
