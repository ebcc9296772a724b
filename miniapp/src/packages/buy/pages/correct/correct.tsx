import Taro, { useRouter } from '@tarojs/taro';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { textOf } from 'shared/errors/catalogue';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { certificatePage } from '@/features/cover/cover-pages';
import { CorrectionForm, useCorrection } from '@/features/household/correction';
import { backTo } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** A name or number on the policy was written wrong: put it right while that can be done. */
export default function CorrectPage() {
  const { params } = useRouter();
  const policyId = params.policyId ?? '';
  const answer = useQueryOf(getPolicy, { policyId });
  const correction = useCorrection(answer.data?.policy, async () => {
    await Taro.showToast({ title: '已改正', icon: 'none' });
    await backTo(certificatePage(policyId));
  });
  const isOpen = answer.data?.policy.correctable === true;
  return (
    <Page
      ground="plain"
      actions={
        isOpen ? (
          <Button id="correct-submit" onPress={correction.send}>
            改正
          </Button>
        ) : undefined
      }
    >
      <Loaded answer={answer}>
        {({ policy }) =>
          policy.correctable ? (
            <CorrectionForm policy={policy} correction={correction} />
          ) : (
            <Notice tone="due">{textOf(policy.state === 'active' ? 'COVER_STARTED' : 'POLICY_OVER')}</Notice>
          )
        }
      </Loaded>
    </Page>
  );
}
