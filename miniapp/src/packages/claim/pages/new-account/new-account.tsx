import { useRouter } from '@tarojs/taro';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { NewAccount } from '@/features/claim/new-account';
import { useNewAccount } from '@/features/claim/use-new-account';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The bank returned a payment: a better account of the same payee. */
export default function NewAccountPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const form = useNewAccount(claimId, answer.data?.claim);
  return (
    <Page
      actions={
        form.payout === undefined ? undefined : (
          <Button id="new-account-submit" onPress={form.send}>
            用这张卡收款
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {({ claim }) => <NewAccount claim={claim} form={form} />}
      </Loaded>
      {form.error === undefined ? null : <Failure error={form.error} />}
    </Page>
  );
}
