import { useRouter } from '@tarojs/taro';
import { getPolicy } from 'shared/policy/get-policy.contract';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Row } from '@/components/row/row';
import { Skeleton } from '@/components/skeleton/skeleton';
import { complainOfPolicyPath } from '@/features/complaint/complaint-paths';
import { Certificate } from '@/features/cover/certificate';
import { CertificateFile } from '@/features/cover/certificate-file';
import { CertificateChanges } from '@/features/cover/certificate-changes';
import { ConsentReminder } from '@/features/order/consent-reminder';
import { EndedNotice } from '@/features/cover/ended-notice';
import { callPhone } from '@/lib/phone/phone';
import { openPage } from '@/lib/navigation/navigation';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The whole policy. */
export default function CertificatePage() {
  const { params } = useRouter();
  const answer = useQueryOf(getPolicy, { policyId: params.policyId ?? '' });
  const policy = answer.data?.policy;
  return (
    <Page
      actions={
        policy === undefined ? undefined : (
          <>
            <Button
              id="call-insurer"
              kind="secondary"
              icon="phone"
              label={`打客服电话 ${policy.insurer.hotline}`}
              onPress={() => callPhone(policy.insurer.hotline)}
            >
              {policy.insurer.hotline}
            </Button>
            <Button id="certificate-claim" onPress={() => openPage('/packages/claim/pages/who/who')}>
              我要理赔
            </Button>
          </>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={9} />}>
        {({ policy: shown }) => (
          <>
            <EndedNotice policy={shown} />
            <ConsentReminder policy={shown} />
            <Certificate policy={shown} />
            <CertificateFile policyId={shown.policyId} />
            <CertificateChanges policy={shown} />
            <Card flush>
              <Row
                id="certificate-complain"
                label="不满意，投诉"
                onPress={() => void openPage(complainOfPolicyPath(shown.policyId))}
              />
            </Card>
          </>
        )}
      </Loaded>
    </Page>
  );
}
