import { listMyPolicies } from 'shared/policy/list-my-policies.contract';
import { Loaded } from '@/components/loaded/loaded';
import { Skeleton } from '@/components/skeleton/skeleton';
import { AccountForm, useOnlyHolder } from '@/features/claim/account-form';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { NotSent } from '@/features/claim/not-sent';
import { StepPage } from '@/features/claim/step-page';
import { useFileClaim } from '@/features/claim/use-file-claim';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Last step of a report: where the money goes; then it is sent. */
export default function AccountPage() {
  const form = useClaimDraft();
  const filing = useFileClaim(form);
  const answer = useQueryOf(listMyPolicies, {});
  useOnlyHolder(form, answer.data?.policies ?? []);
  return (
    <StepPage
      step="account"
      question="钱打到哪张卡？"
      form={form}
      next="提交理赔"
      nextId="claim-submit"
      nextHidden={answer.data === undefined}
      onNext={filing.send}
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {({ policies }) => <AccountForm form={form} policies={policies} />}
      </Loaded>
      {filing.error === undefined ? null : <NotSent error={filing.error} />}
    </StepPage>
  );
}
