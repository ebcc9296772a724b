import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useWithdrawal, WithdrawForm } from '@/features/claim/withdraw-form';

/** The family takes its claim back before a decision. */
export default function WithdrawPage() {
  const { params } = useRouter();
  const withdrawal = useWithdrawal(params['claimId'] ?? '');
  const { error } = withdrawal;
  return (
    <Page
      actions={
        <Button id="withdraw-submit" kind="danger" onPress={withdrawal.send}>
          撤回理赔
        </Button>
      }
    >
      <Notice tone="due">撤回后不再审核，也不会赔。以后还可以重新报。</Notice>
      <WithdrawForm withdrawal={withdrawal} />
      {error === undefined ? null : (
        <Notice tone="bad" title="没有撤回成功" announced>
          {error.requestId === '' ? error.message : `${error.message}求助时报这个编号：${error.requestId}`}
        </Notice>
      )}
    </Page>
  );
}
