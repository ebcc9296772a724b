import { useRouter } from '@tarojs/taro';
import { reopenClaim } from 'shared/claim/answer-decision.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { ReasonField } from '@/components/reason-field/reason-field';
import { useClaimCommand } from '@/features/claim/use-claim-command';
import { useReason } from '@/features/claim/use-reason';

const STANDARD = ['后来又住院、又花了钱', '新做了伤残鉴定', '找到了当时没有的材料'];

/** The family has a case opened again that was over. */
export default function ReopenPage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const { reason, change, fault, check } = useReason();
  const { send, error } = useClaimCommand(reopenClaim, claimId, '已重新打开');
  return (
    <Page
      actions={
        <Button id="reopen-submit" onPress={() => (check() ? send({ claimId, reason }) : undefined)}>
          申请重新办理
        </Button>
      }
    >
      <Notice>办结后两年内可以申请。已经赔的不受影响，新的部分再审核。</Notice>
      <ReasonField
        id="reopen-reason"
        label="有什么新情况"
        value={reason}
        onChange={change}
        standard={STANDARD}
        error={fault}
      />
      {error === undefined ? null : <Failure error={error} />}
    </Page>
  );
}
