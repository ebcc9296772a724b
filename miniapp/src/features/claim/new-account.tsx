import type { ClaimView } from 'shared/claim/claim-view';
import { formatYuan } from 'shared/money/fen';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Notice } from '@/components/notice/notice';
import { AccountFields } from './account-fields';
import { accountWords } from './claim-words';
import type { useNewAccount } from './use-new-account';

interface NewAccountProps {
  claim: ClaimView;
  form: ReturnType<typeof useNewAccount>;
}

const endOf = (reason: string | null): string =>
  reason === null ? '' : `银行说：${reason.replace(/。$/, '')}。`;

/** Why the payment came back, and the new account: the name stays, the money is the same. */
export function NewAccount({ claim, form }: NewAccountProps) {
  const { payout } = form;
  const payee = payout === undefined ? undefined : claim.payees[payout.payee];
  if (payout === undefined || payee === undefined)
    return <EmptyState icon="card" title="没有退回的款" text="赔款都在路上，或者已经到账了。" />;
  return (
    <>
      <Notice tone="due" title={`${formatYuan(payout.amountFen)} 元没有打成`}>
        {`原来的卡：${payee.holder} ${accountWords(payee)}。${endOf(payout.failureReason)}`}
      </Notice>
      <Notice>{`还要是${payee.holder}本人的卡，赔款一分不少。`}</Notice>
      <AccountFields account={form.account} onChange={form.change} faultAt={form.faultAt} />
    </>
  );
}
