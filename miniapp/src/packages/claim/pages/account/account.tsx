import { Loaded } from '@/components/loaded/loaded';
import { Skeleton } from '@/components/skeleton/skeleton';
import { AccountForm, useLawfulPayees } from '@/features/claim/account-form';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { KeptOnPhone } from '@/features/claim/kept-on-phone';
import { NotSent } from '@/features/claim/not-sent';
import { StepPage } from '@/features/claim/step-page';
import { useFileClaim } from '@/features/claim/use-file-claim';
import { useFamilyPolicies } from '@/features/claim/use-family-policies';

/** Last step of a report: where the money goes; then it is sent. */
export default function AccountPage() {
  const form = useClaimDraft();
  const answer = useFamilyPolicies();
  const policies = answer.data?.policies ?? [];
  const filing = useFileClaim(form, policies);
  useLawfulPayees(form, policies);
  const { waiting, kind } = form.draft;
  return (
    <StepPage
      step="account"
      question={kind === 'death' ? '钱打给谁？' : '钱打到哪张卡？'}
      form={form}
      next={waiting ? '再发一次' : '提交理赔'}
      nextId="claim-submit"
      nextHidden={answer.data === undefined}
      onNext={filing.send}
    >
      {waiting ? <KeptOnPhone /> : null}
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {() => <AccountForm form={form} policies={policies} />}
      </Loaded>
      {filing.error === undefined ? null : <NotSent error={filing.error} />}
    </StepPage>
  );
}
