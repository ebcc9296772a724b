import { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { MorePapers } from '@/features/claim/more-papers';
import { useMorePapers } from '@/features/claim/use-more-papers';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The family sends papers: those that were asked for, or any others. */
export default function MorePapersPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const papers = useMorePapers(claimId);
  return (
    <Page
      actions={
        answer.data === undefined ? undefined : (
          <Button id="more-papers-submit" onPress={() => papers.send(answer.data?.claim.missingPapers ?? [])}>
            {papers.isUploading ? '照片正在上传…' : '交上去'}
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {({ claim }) => <MorePapers claim={claim} papers={papers} />}
      </Loaded>
      {papers.error === undefined ? null : <Failure error={papers.error} />}
    </Page>
  );
}
