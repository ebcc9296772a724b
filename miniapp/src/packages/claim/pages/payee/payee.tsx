import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useClaimDraft } from '@/features/claim/claim-draft';
import { subjectOf } from '@/features/claim/claimable';
import { stepPage } from '@/features/claim/filing-steps';
import { PayeeForm } from '@/features/claim/payee-form';
import { usePayee } from '@/features/claim/use-payee';
import { useFamilyPolicies } from '@/features/claim/use-family-policies';
import { backTo } from '@/lib/navigation/navigation';

/** One of those who are paid after a death. */
export default function PayeePage() {
  const { params } = useRouter();
  const index = Number(params['at'] ?? '0');
  const form = useClaimDraft();
  const answer = useFamilyPolicies();
  const people = subjectOf(form.draft, answer.data?.policies ?? []).policy?.insured ?? [];
  const payee = usePayee(form, index, people);
  const back = () => backTo(stepPage('account'));
  return (
    <Page
      actions={
        answer.data === undefined ? undefined : (
          <Button id="payee-save" onPress={async () => ((await payee.check()) ? back() : undefined)}>
            填好了
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {() => (
          <>
            <PayeeForm form={form} index={index} />
            <Button
              id="payee-remove"
              kind="quiet"
              icon="delete"
              onPress={() => {
                payee.remove();
                return back();
              }}
            >
              不赔给这一位，删掉
            </Button>
          </>
        )}
      </Loaded>
    </Page>
  );
}
