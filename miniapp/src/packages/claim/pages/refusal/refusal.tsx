import Taro, { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { CallHotline } from '@/features/claim/call-hotline';
import { objectPage } from '@/features/claim/claim-pages';
import { Refusal } from '@/features/claim/refusal';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Why nothing is paid, and what the family can do. */
export default function RefusalPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const claim = answer.data?.claim;
  const mayObject = claim?.actions.includes('object') === true;
  return (
    <Page
      actions={
        claim === undefined ? undefined : (
          <>
            <CallHotline hotline={claim.hotline} short={mayObject} />
            {mayObject ? (
              <Button id="refusal-object" onPress={() => Taro.navigateTo({ url: objectPage(claimId) })}>
                提出异议
              </Button>
            ) : null}
          </>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {(known) =>
          known.claim.refusal === null ? (
            <EmptyState icon="paper" title="没有不赔的决定" text="这件理赔还在办，或者已经赔了。" />
          ) : (
            <Refusal claim={known.claim} reason={known.claim.refusal} />
          )
        }
      </Loaded>
    </Page>
  );
}
