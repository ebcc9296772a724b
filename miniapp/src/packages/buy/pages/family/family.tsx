import type { OutputOf } from 'shared/contract/contract';
import { getHome } from 'shared/household/get-home.contract';
import { getHousehold } from 'shared/household/get-household.contract';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { RememberedFamily } from '@/features/household/remembered-family';
import { useFamily } from '@/features/household/use-family';
import { useQueryOf } from '@/lib/query/use-query-of';

type Household = NonNullable<OutputOf<typeof getHousehold>['household']>;

function Editing({
  household,
  today,
  onDone,
}: {
  household: Household;
  today: ChinaDay;
  onDone: () => Promise<void>;
}) {
  const { members, phone, contact } = household;
  const editing = useFamily({ members, phone, contact }, onDone);
  return (
    <Page
      actions={
        <Button id="family-save" onPress={editing.save}>
          保存
        </Button>
      }
    >
      <RememberedFamily editing={editing} today={today} />
    </Page>
  );
}

/** What is remembered of the family for next year: seen, changed, deleted. Source: domain R32. */
export default function FamilyPage() {
  const answer = useQueryOf(getHousehold, {});
  const home = useQueryOf(getHome, {});
  const household = answer.data?.household;
  if (household && home.data) {
    return <Editing household={household} today={home.data.today} onDone={answer.refetch} />;
  }
  return (
    <Page>
      <Loaded answer={answer}>
        {() => (
          <EmptyState
            icon="family"
            title="现在没有记住家人"
            text="买过一次，家人就记在这里，明年不用再填。"
          />
        )}
      </Loaded>
    </Page>
  );
}
