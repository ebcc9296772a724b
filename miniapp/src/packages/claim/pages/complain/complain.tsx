import Taro, { useRouter } from '@tarojs/taro';
import { formatChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { ComplaintForm } from '@/features/complaint/complaint-form';
import { COMPLAINTS_PATH } from '@/features/complaint/complaint-paths';
import { useComplaint } from '@/features/complaint/use-complaint';
import { openPage } from '@/lib/navigation/navigation';

/** A family complains about one of its claims, or about a policy. Source: domain R22. */
export default function ComplainPage() {
  const { claimId, policyId = '' } = useRouter().params;
  const complaint = useComplaint(
    claimId === undefined ? { kind: 'policy', policyId } : { kind: 'claim', claimId },
  );
  const { sent } = complaint;
  return (
    <Page
      actions={
        sent === undefined ? (
          <Button id="complain-send" onPress={complaint.send}>
            提交投诉
          </Button>
        ) : (
          <Button id="complain-back" kind="secondary" onPress={() => Taro.navigateBack()}>
            回去
          </Button>
        )
      }
    >
      {sent === undefined ? (
        <ComplaintForm complaint={complaint} />
      ) : (
        <Notice tone="good" title="收到您的投诉" announced>
          {`最晚 ${formatChinaDay(sent.dueDay)}答复您，在“消息”里看。投诉编号 ${sent.complaintNumber}。`}
        </Notice>
      )}
      <Card flush>
        <Row id="complain-list" label="我的投诉和答复" onPress={() => void openPage(COMPLAINTS_PATH)} />
      </Card>
    </Page>
  );
}
