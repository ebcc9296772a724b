import { useRouter } from '@tarojs/taro';
import { openCase } from 'shared/claim/open-case.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { CaseRoom } from '@/features/desk/case-room';
import { useQueryOf } from '@/lib/query/use-query-of';

/** One case in full: `?claimId=`. */
export default function CasePage() {
  const { claimId = '' } = useRouter().params;
  const opened = useQueryOf(openCase, { claimId });
  if (opened.data === undefined) {
    return (
      <Page wide>
        <Loaded answer={opened} skeleton={<Skeleton figure lines={8} />}>
          {() => null}
        </Loaded>
      </Page>
    );
  }
  const stale = opened.error === undefined ? undefined : `现在看到的可能不是最新的。${opened.error.message}`;
  return (
    <CaseRoom loaded={opened.data.case} today={opened.data.today} staleText={stale} reload={opened.refetch} />
  );
}
