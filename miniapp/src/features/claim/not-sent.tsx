import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { openPage } from '@/lib/navigation/navigation';

/** The report did not arrive, through no fault of its answers: why, and that nothing is lost. */
export function NotSent({ error }: { error: CallFailed }) {
  if (error.code === 'CLAIM_ALREADY_FILED')
    return (
      <>
        <Notice tone="due" title="已经报过了" announced>
          {error.message}
        </Notice>
        <Button id="claim-see-filed" kind="secondary" onPress={() => openPage('/pages/claims/claims')}>
          看已报的理赔
        </Button>
      </>
    );
  const number = error.requestId === '' ? '' : `求助时报这个编号：${error.requestId}`;
  return (
    <Notice tone="bad" title="没有提交成功" announced>
      {`${error.message}填的内容都在，可以再点一次“提交理赔”，不会重复报。${number}`}
    </Notice>
  );
}
