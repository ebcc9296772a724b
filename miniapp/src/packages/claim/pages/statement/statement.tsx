import Taro, { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Bill } from '@/features/claim/bill';
import { BillExplained } from '@/features/claim/bill-explained';
import { CallHotline } from '@/features/claim/call-hotline';
import { objectPage } from '@/features/claim/claim-pages';
import { StatementFile } from '@/features/claim/statement-file';
import { useAgreement } from '@/features/claim/use-agreement';
import { useQueryOf } from '@/lib/query/use-query-of';

/** What a claim pays and how the figure came about; here the family agrees, or objects. */
export default function StatementPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const claim = answer.data?.claim;
  const agreement = useAgreement(claim, answer.refetch);
  return (
    <Page
      actions={
        claim === undefined ? undefined : claim.actions.includes('agree') ? (
          <>
            <CallHotline hotline={claim.hotline} short />
            <Button id="statement-agree" onPress={agreement.agree}>
              同意，打款
            </Button>
          </>
        ) : (
          <CallHotline hotline={claim.hotline} />
        )
      }
    >
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
              {agreement.error === undefined ? null : <Failure error={agreement.error} />}
              <BillExplained claim={known.claim} statement={known.claim.statement} today={known.today} />
              <StatementFile claimId={claimId} />
              {known.claim.actions.includes('object') ? (
                <Button
                  id="statement-object"
                  kind="quiet"
                  onPress={() => Taro.navigateTo({ url: objectPage(claimId) })}
                >
                  不同意，提出异议
                </Button>
              ) : null}
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
