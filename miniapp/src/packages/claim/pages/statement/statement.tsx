import { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Bill } from '@/features/claim/bill';
import { BillExplained } from '@/features/claim/bill-explained';
import { CallHotline } from '@/features/claim/call-hotline';
import { useQueryOf } from '@/lib/query/use-query-of';

/** What a claim pays and how the figure came about. */
export default function StatementPage() {
  const { params } = useRouter();
  const answer = useQueryOf(getMyClaim, { claimId: params['claimId'] ?? '' });
  const claim = answer.data?.claim;
  return (
    <Page actions={claim === undefined ? undefined : <CallHotline hotline={claim.hotline} />}>
      <Loaded answer={answer} skeleton={<Skeleton figure lines={6} />}>
        {(known) =>
          known.claim.statement === null ? (
            <EmptyState
              icon="paper"
              title="还没有账单"
              text="批准以后，这里一笔一笔写清楚：算了哪些、扣了哪些、赔给您多少。"
            />
          ) : (
            <>
              <Bill claim={known.claim} statement={known.claim.statement} />
              <BillExplained claim={known.claim} statement={known.claim.statement} today={known.today} />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
