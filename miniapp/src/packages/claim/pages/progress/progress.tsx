import Taro, { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { CallHotline } from '@/features/claim/call-hotline';
import { statementPage, withdrawPage } from '@/features/claim/claim-pages';
import { ClaimProgress } from '@/features/claim/claim-progress';
import { ProgressSkeleton } from '@/features/claim/progress-skeleton';
import { ReportDetails } from '@/features/claim/report-details';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Where one claim stands and by when the family has its answer. */
export default function ProgressPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const claim = answer.data?.claim;
  return (
    <Page
      actions={
        claim === undefined ? undefined : (
          <>
            <CallHotline hotline={claim.hotline} short={claim.statement !== null} />
            {claim.statement === null ? null : (
              <Button
                id="progress-statement"
                onPress={() => Taro.navigateTo({ url: statementPage(claimId) })}
              >
                看账单
              </Button>
            )}
          </>
        )
      }
    >
      <Loaded answer={answer} skeleton={<ProgressSkeleton />}>
        {(known) => (
          <>
            <ClaimProgress claim={known.claim} today={known.today} />
            <ReportDetails claim={known.claim} />
            {known.claim.mayWithdraw ? (
              <Button
                id="progress-withdraw"
                kind="quiet"
                onPress={() => Taro.navigateTo({ url: withdrawPage(claimId) })}
              >
                不想报了，撤回
              </Button>
            ) : null}
          </>
        )}
      </Loaded>
    </Page>
  );
}
