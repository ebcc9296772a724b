import Taro, { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { whoAmI } from 'shared/identity/who-am-i.contract';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { progressPage } from '@/features/claim/claim-pages';
import { Filed } from '@/features/claim/filed';
import { useClaimNotices } from '@/features/claim/use-claim-notices';
import { useQueryOf } from '@/lib/query/use-query-of';

/** A report has arrived: its number, what happens next, and whether WeChat may tell of it. */
export default function FiledPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const me = useQueryOf(whoAmI, {});
  const notices = useClaimNotices(me.data?.templates);
  const seeProgress = () => Taro.redirectTo({ url: progressPage(claimId) });
  const asks = notices.state === 'unasked';
  return (
    <Page
      actions={
        <>
          <Button id="filed-progress" kind={asks ? 'secondary' : 'primary'} onPress={seeProgress}>
            看进度
          </Button>
          {asks ? (
            <Button id="filed-notices" icon="bell" disabled={me.data === undefined} onPress={notices.ask}>
              微信通知我
            </Button>
          ) : null}
        </>
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={4} />}>
        {({ claim, today }) => <Filed claim={claim} today={today} notices={notices.state} />}
      </Loaded>
    </Page>
  );
}
