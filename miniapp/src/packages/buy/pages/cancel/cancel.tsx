import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { cancelPolicy, previewCancellation } from 'shared/policy/cancel-policy.contracts';
import type { CancellationView } from 'shared/policy/cancellation-view';
import { formatYuan } from 'shared/money/fen';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Cancellation, CancellationDone } from '@/features/cover/cancellation';
import { endOf } from '@/features/cover/cancellation-words';
import { certificatePage } from '@/features/cover/cover-pages';
import { ask } from '@/lib/ask/ask';
import { backTo } from '@/lib/navigation/navigation';
import { useCommand } from '@/lib/query/use-command';
import { useQueryOf } from '@/lib/query/use-query-of';

/** Leaving a policy: what it comes to, one question, and what happens next. */
export default function CancelPage() {
  const { params } = useRouter();
  const policyId = params.policyId ?? '';
  const [done, setDone] = useState<CancellationView>();
  const answer = useQueryOf(previewCancellation, { policyId }, { enabled: done === undefined });
  const command = useCommand(cancelPolicy);
  const seen = answer.data?.cancellation;

  const cancel = async (): Promise<void> => {
    if (seen === undefined) return;
    const sure = await ask({
      title: '真的退保吗？',
      text: `${endOf(seen)}退 ${formatYuan(seen.refundFen)} 元，退了就不能恢复。`,
      yes: '退保',
      no: '不退',
    });
    if (!sure) return;
    const outcome = await command.run({ policyId, refundFen: seen.refundFen });
    if (outcome.ok) setDone(outcome.data.cancellation);
    else if (outcome.error.code === 'REFUND_CHANGED') await answer.refetch();
  };

  if (done !== undefined)
    return (
      <Page
        actions={
          <Button id="cancel-done" onPress={() => backTo(certificatePage(policyId))}>
            知道了
          </Button>
        }
      >
        <CancellationDone cancellation={done} />
      </Page>
    );
  return (
    <Page
      actions={
        seen === undefined ? undefined : (
          <>
            <Button id="cancel-keep" kind="secondary" onPress={() => backTo(certificatePage(policyId))}>
              不退了
            </Button>
            <Button id="cancel-submit" kind="danger" onPress={cancel}>
              退保
            </Button>
          </>
        )
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={6} />}>
        {({ policy, cancellation }) => <Cancellation policy={policy} cancellation={cancellation} />}
      </Loaded>
      {command.error === undefined ? null : <Failure error={command.error} />}
    </Page>
  );
}
