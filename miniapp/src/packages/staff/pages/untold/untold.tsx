import { listUntoldGifts } from 'shared/sponsor/gift.contracts';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { UntoldList } from '@/features/sponsor/untold-list';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Whom the specialist goes to see: families that do not know yet what was given to them. */
export default function UntoldPage() {
  const answer = useQueryOf(listUntoldGifts, {});
  return (
    <Page>
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {({ villages }) => <UntoldList villages={villages} />}
      </Loaded>
    </Page>
  );
}
