import { useRouter } from '@tarojs/taro';
import { decideRoster, type RosterView } from 'shared/roster/roster.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { FaultList } from '@/features/roster/fault-list';
import { RosterProgress } from '@/features/roster/roster-progress';
import { RosterFigures, RosterHead, RosterNext } from '@/features/roster/roster-result';
import { countWords } from '@/features/roster/roster-words';
import { useRosterCheck } from '@/features/roster/use-roster-check';
import { ask } from '@/lib/ask/ask';
import { useCommand } from '@/lib/query/use-command';

interface DecisionsProps {
  roster: RosterView;
  onDecide: (decision: 'keepGood' | 'refuse') => Promise<unknown>;
}

/** States in which the manager may still decide. */
const DECIDED_IN: readonly RosterView['state'][] = ['checking', 'checked', 'accepted'];

function Decisions({ roster: { state, counts }, onDecide }: DecisionsProps) {
  const refuse = async (): Promise<void> => {
    const sure = await ask({
      title: state === 'checking' ? '停止核对吗？' : '整份退回吗？',
      text: '这份名单里的家庭都不会参保。改好表格可以再上传。',
      yes: state === 'checking' ? '停止' : '退回',
      no: '不了',
    });
    if (sure) await onDecide('refuse');
  };
  return (
    <>
      <Button id="roster-refuse" kind="secondary" onPress={refuse}>
        {state === 'checking' ? '停止核对' : '整份退回'}
      </Button>
      {state === 'checked' && counts.goodHouseholds > 0 ? (
        <Button id="roster-keep" onPress={() => onDecide('keepGood')}>
          {`保留 ${countWords(counts.goodHouseholds)} 户`}
        </Button>
      ) : null}
    </>
  );
}

/** One roster: how far its check is, what it found, and the decision. */
export default function RosterPage() {
  const rosterId = useRouter().params.rosterId ?? '';
  const answer = useRosterCheck(rosterId);
  const command = useCommand(decideRoster);
  const roster = answer.data?.roster;
  const isOpen = roster !== undefined && DECIDED_IN.includes(roster.state);
  return (
    <Page
      actions={
        isOpen ? (
          <Decisions roster={roster} onDecide={(decision) => command.run({ rosterId, decision })} />
        ) : undefined
      }
    >
      <Loaded answer={answer} skeleton={<Skeleton figure lines={6} />}>
        {({ roster: known, faults, faultsUrl }) => (
          <>
            <RosterNext roster={known} />
            {known.state === 'checking' ? (
              <RosterProgress roster={known} />
            ) : (
              <RosterFigures roster={known} />
            )}
            <RosterHead roster={known} />
            <FaultList faults={faults} total={known.counts.faults} url={faultsUrl} />
          </>
        )}
      </Loaded>
      {command.error === undefined ? null : <Failure error={command.error} />}
    </Page>
  );
}
