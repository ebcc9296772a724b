import { listRosters } from 'shared/roster/roster.contracts';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { RosterList } from '@/features/roster/roster-list';
import { UPLOAD_PAGE } from '@/features/roster/roster-pages';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The county's rosters: lists of households for whom somebody else pays. */
export default function RostersPage() {
  const answer = useQueryOf(listRosters, {});
  return (
    <Page
      actions={
        <Button id="rosters-upload" icon="add" onPress={() => openPage(UPLOAD_PAGE)}>
          上传名单
        </Button>
      }
    >
      <Loaded answer={answer}>{({ rosters }) => <RosterList rosters={rosters} />}</Loaded>
    </Page>
  );
}
