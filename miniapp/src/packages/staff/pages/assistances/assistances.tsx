import { useState } from 'react';
import Taro, { useShareAppMessage } from '@tarojs/taro';
import {
  listAssistances,
  withdrawAssistance,
  type OpenedAssistance,
} from 'shared/assistance/assistance.contracts';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { AssistanceList } from '@/features/assistance/assistance-list';
import { assistedPath, ASSIST_PATH, shareTitleOf } from '@/features/assistance/assistance-paths';
import { AssistanceSheet } from '@/features/assistance/assistance-sheet';
import { shareCard } from '@/lib/cloud/share';
import { openPage } from '@/lib/navigation/navigation';
import { useCommand } from '@/lib/query/use-command';
import { useQueryOf } from '@/lib/query/use-query-of';

/** The reports that a specialist filled in, and what became of them. Source: domain R40. */
export default function AssistancesPage() {
  const answer = useQueryOf(listAssistances, {});
  const { run, error, reset } = useCommand(withdrawAssistance);
  const [shown, setShown] = useState<OpenedAssistance>();
  useShareAppMessage(() =>
    shareCard({ title: shareTitleOf(shown?.maskedName ?? '家里'), path: assistedPath(shown?.link ?? '') }),
  );
  const close = (): void => {
    setShown(undefined);
    reset();
  };
  const withdraw = async (assistanceId: string): Promise<void> => {
    const done = await run({ assistanceId });
    if (!done.ok) return;
    close();
    await Taro.showToast({ title: '收回了', icon: 'none' });
  };
  return (
    <Page
      actions={
        <Button id="assistances-new" onPress={() => openPage(ASSIST_PATH)}>
          帮一家人报案
        </Button>
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {({ today, assistances }) => (
          <>
            {assistances.length === 0 ? (
              <EmptyState
                icon="edit"
                title="还没有帮谁填过"
                text="您填好的报案、家里有没有发出、办到哪一步，会出现在这里。"
              />
            ) : (
              <AssistanceList assistances={assistances} today={today} onOpen={setShown} />
            )}
            {shown === undefined ? null : (
              <AssistanceSheet
                one={shown}
                today={today}
                error={error}
                onWithdraw={() => withdraw(shown.assistanceId)}
                onClose={close}
              />
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
