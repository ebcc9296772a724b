import { useRef, useState } from 'react';
import type { QueueRow } from 'shared/claim/case-view';
import type { StaffRole } from 'shared/identity/role';
import type { ChinaDay } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tabs } from '@/components/tabs/tabs';
import { openPage } from '@/lib/navigation/navigation';
import { QueueList } from './queue-list';
import { queueTabs, watchesClocks, type QueueView } from './queue-turns';
import { casePage, rememberWalk } from './queue-walk';
import { useQueue, type Queue } from './use-queue';

/** What is past its day first, the rest as the server orders it. */
const overdueFirst = (rows: readonly QueueRow[]): QueueRow[] => [
  ...rows.filter(({ alarm }) => alarm === 'escalated'),
  ...rows.filter(({ alarm }) => alarm !== 'escalated'),
];

interface CasesProps {
  queue: Queue;
  today: ChinaDay;
  roles: readonly StaffRole[];
  view: QueueView;
}

function Cases({ queue, today, roles, view }: CasesProps) {
  const rows = watchesClocks(roles) ? overdueFirst(queue.rows) : queue.rows;
  const open = (claimId: string) => {
    // From one case to the next: those of the own household are left out, unless one of them is looked at.
    const walk = rows.filter((row) => !row.isOwnHousehold || row.claimId === claimId);
    rememberWalk(walk.map((row) => row.claimId));
    void openPage(casePage(claimId));
  };
  if (rows.length === 0) {
    return view === 'own' ? (
      <EmptyState
        icon="done"
        title="没有等您处理的案件"
        text="轮到您的案件会出现在这里：优先的在最上面，其余到期早的在前。"
      />
    ) : (
      <EmptyState icon="paper" title="这一步没有案件" text="案件走到这一步会出现在这里，到期早的在前。" />
    );
  }
  return (
    <>
      <QueueList rows={rows} today={today} onOpen={open} />
      {queue.moreError === undefined ? null : <Failure error={queue.moreError} />}
      {queue.hasMore ? (
        <Button id="queue-more" kind="secondary" onPress={queue.showMore}>
          看后面的案件
        </Button>
      ) : null}
    </>
  );
}

/** What waits for the desk, by whose turn it is. */
export function DeskQueue() {
  const [view, setView] = useState<QueueView>('own');
  const queue = useQueue(view);
  // Known from the first answer on, also while another queue is on its way.
  const known = useRef<readonly StaffRole[]>([]);
  known.current = queue.answer.data?.roles ?? known.current;
  const roles = known.current;
  return (
    <>
      {roles.length === 0 ? null : (
        <Tabs id="queue-tab" label="看哪些案件" tabs={queueTabs(roles)} value={view} onChange={setView} />
      )}
      <Loaded answer={queue.answer} skeleton={<Skeleton lines={8} />}>
        {({ today }) => <Cases queue={queue} today={today} roles={roles} view={view} />}
      </Loaded>
    </>
  );
}
