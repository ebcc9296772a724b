import { useState } from 'react';
import Taro from '@tarojs/taro';
import type { OutputOf } from 'shared/contract/contract';
import type { listDeskQueue } from 'shared/claim/list-desk-queue.contract';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Tabs } from '@/components/tabs/tabs';
import { QueueList } from './queue-list';

type View = 'mine' | 'all';

const openCase = (claimId: string) =>
  void Taro.navigateTo({ url: `/packages/desk/pages/case/case?claimId=${claimId}` });

/** What waits for the caller, and everything that is not over. */
export function DeskQueue({ queue }: { queue: OutputOf<typeof listDeskQueue> }) {
  const [view, setView] = useState<View>('mine');
  const mine = queue.rows.filter((row) => row.mine);
  const rows = view === 'mine' ? mine : queue.rows;
  return (
    <>
      <Tabs
        id="queue-tab"
        label="看哪些案件"
        tabs={[
          { value: 'mine', label: '待我处理', count: mine.length },
          { value: 'all', label: '全部', count: queue.rows.length },
        ]}
        value={view}
        onChange={setView}
      />
      {rows.length > 0 ? (
        <QueueList rows={rows} today={queue.today} marksMine={view === 'all'} onOpen={openCase} />
      ) : view === 'mine' && queue.rows.length > 0 ? (
        <EmptyState
          icon="done"
          title="没有等您处理的案件"
          text="轮到您的案件会出现在这里，到期早的排在前面。"
          action={
            <Button id="queue-show-all" kind="secondary" onPress={() => setView('all')}>
              看全部案件
            </Button>
          }
        />
      ) : (
        <EmptyState
          icon="paper"
          title="现在没有在办的案件"
          text="家庭报案后会出现在这里，到期早的排在前面。"
        />
      )}
    </>
  );
}
