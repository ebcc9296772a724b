import Taro, { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { CallHotline } from '@/features/claim/call-hotline';
import { complainPage } from '@/features/claim/claim-pages';
import { nextSteps } from '@/features/claim/claim-actions';
import { ClaimProgress } from '@/features/claim/claim-progress';
import { ProgressSkeleton } from '@/features/claim/progress-skeleton';
import { ReportDetails } from '@/features/claim/report-details';
import { useDropUnsentPapers } from '@/features/claim/unsent-papers';
import { useQueryOf } from '@/lib/query/use-query-of';

const open = (url: string) => Taro.navigateTo({ url });

/** Where one claim stands, by when the family has its answer, and what it can do now. */
export default function ProgressPage() {
  const { params } = useRouter();
  const answer = useQueryOf(getMyClaim, { claimId: params['claimId'] ?? '' });
  const claim = answer.data?.claim;
  useDropUnsentPapers(claim);
  const { main, others } = claim === undefined ? { main: undefined, others: [] } : nextSteps(claim);
  return (
    <Page
      actions={
        claim === undefined ? undefined : (
          <>
            <CallHotline hotline={claim.hotline} short={main !== undefined} />
            {main === undefined ? null : (
              <Button id={main.id} onPress={() => open(main.page)}>
                {main.words}
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
            <Section title="还可以">
              <Card flush>
                {others.map(({ id, words, page }) => (
                  <Row key={id} id={id} label={words} onPress={() => void open(page)} />
                ))}
                <Row
                  id="progress-complain"
                  label="办得不满意，投诉"
                  onPress={() => void open(complainPage(known.claim.claimId))}
                />
              </Card>
            </Section>
          </>
        )}
      </Loaded>
    </Page>
  );
}
