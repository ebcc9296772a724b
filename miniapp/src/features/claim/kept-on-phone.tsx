import { View } from '@tarojs/components';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { named } from '@/lib/a11y/named';
import type { ClaimForm } from './claim-draft';
import { sendWaitingReport } from './outbox';

/** Where it is said that the report waits, for bringing it into sight. */
export const KEPT_ID = 'claim-kept';

/** The report lies on the phone and waits for the network; nothing has to be done. */
export function KeptOnPhone() {
  return (
    <View {...named(KEPT_ID)}>
      <Notice tone="due" title="已存在手机里，有网了自动再发" announced>
        现在没有网，或者网太慢。填的内容和照片都在，只会报一次，不用重填。
      </Notice>
    </View>
  );
}

/** The same above the family's claims, with a way to try at once; what came back to be mended is said too. */
export function WaitingReport({ form }: { form: ClaimForm }) {
  const { waiting, faults } = form.draft;
  const send = async () => {
    await sendWaitingReport();
    form.reread();
  };
  if (waiting)
    return (
      <>
        <Notice tone="due" title="有一份理赔还没发出去">
          已存在手机里，有网了自动再发，只会报一次。
        </Notice>
        <Button id="claims-send-waiting" kind="secondary" icon="retry" onPress={send}>
          现在再发一次
        </Button>
      </>
    );
  if (faults.length === 0) return null;
  return (
    <Notice tone="bad" title="有一份理赔没有报成">
      {`有 ${faults.length} 处要改：${faults[0]?.message ?? ''}填过的都还在，点下面接着填。`}
    </Notice>
  );
}
