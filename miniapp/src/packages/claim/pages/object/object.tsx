import { useRouter } from '@tarojs/taro';
import { answerDecision } from 'shared/claim/answer-decision.contracts';
import { getMyClaim } from 'shared/claim/get-my-claim.contract';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { ReasonField } from '@/components/reason-field/reason-field';
import { Skeleton } from '@/components/skeleton/skeleton';
import { useClaimCommand } from '@/features/claim/use-claim-command';
import { useReason } from '@/features/claim/use-reason';
import { useQueryOf } from '@/lib/query/use-query-of';

const STANDARD = ['有几张发票没有算进去', '扣得太多了', '伤残等级定低了', '我觉得该赔'];

/** The family objects to a decision, once; a different colleague reviews. */
export default function ObjectPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const answer = useQueryOf(getMyClaim, { claimId });
  const { reason, change, fault, check } = useReason();
  const { send, error } = useClaimCommand(answerDecision, claimId, '收到了，换一位同事复核');
  const version = answer.data?.claim.version;
  return (
    <Page
      actions={
        version === undefined ? undefined : (
          <Button
            id="object-submit"
            onPress={() =>
              check() ? send({ claimId, version, answer: { kind: 'object', reason } }) : undefined
            }
          >
            提出异议
          </Button>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={4} />}>
        {() => (
          <>
            <Notice>异议只能提一次。会换一位同事从头复核，再给您新的答复。</Notice>
            <ReasonField
              id="object-reason"
              label="哪里不对"
              value={reason}
              onChange={change}
              standard={STANDARD}
              hint="写得越具体，复核越快。有新材料，提完以后可以接着补。"
              error={fault}
            />
            {error === undefined ? null : <Failure error={error} />}
          </>
        )}
      </Loaded>
    </Page>
  );
}
