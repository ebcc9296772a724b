import { useState } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import {
  confirmTransfer,
  recordTransfer,
  steerIssuing,
  type listSponsoredRosters,
  type SponsoredRosterView,
} from 'shared/sponsor/transfer.contracts';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { Section } from '@/components/section/section';
import { useCommand } from '@/lib/query/use-command';
import { ConfirmSheet } from './confirm-sheet';
import { RosterMoney, type RosterAct } from './roster-money';
import { SkippedSheet } from './skipped-sheet';
import { TransferSheet, type EnteredTransfer } from './transfer-sheet';

const DONE_WORDS: Readonly<Record<Exclude<RosterAct, 'skipped'>, string>> = {
  record: '已登记，等另一位同事确认。',
  confirm: '已确认。钱到齐了，可以开始出单。',
  issuing: '开始出单了，一分钟内办第一批。',
  paused: '已停下。办好的不受影响。',
};

/** Paying bodies' transfers against the rosters they pay for: what is to do, what is under way, what is done. */
export function SponsorBook({ book }: { book: OutputOf<typeof listSponsoredRosters> }) {
  const [acting, setActing] = useState<{
    roster: SponsoredRosterView;
    act: 'record' | 'confirm' | 'skipped';
  }>();
  const [done, setDone] = useState<keyof typeof DONE_WORDS>();
  const record = useCommand(recordTransfer);
  const confirm = useCommand(confirmTransfer);
  const steer = useCommand(steerIssuing);
  const open = book.rosters.filter(({ state }) => state !== 'issued');
  const over = book.rosters.filter(({ state }) => state === 'issued');

  const finish = (act: keyof typeof DONE_WORDS, ok: boolean) => {
    if (!ok) return;
    setActing(undefined);
    setDone(act);
  };
  const start = (roster: SponsoredRosterView) => async (act: RosterAct) => {
    setDone(undefined);
    for (const command of [record, confirm, steer]) command.reset();
    if (act === 'record' || act === 'confirm' || act === 'skipped') setActing({ roster, act });
    else finish(act, (await steer.run({ rosterId: roster.rosterId, to: act })).ok);
  };
  const enter = async (roster: SponsoredRosterView, transfer: EnteredTransfer) =>
    finish('record', (await record.run({ rosterId: roster.rosterId, ...transfer })).ok);
  const confirmSeen = async ({ rosterId, transfer }: SponsoredRosterView) => {
    if (transfer === null) return;
    const { amountFen, reference } = transfer;
    finish('confirm', (await confirm.run({ rosterId, amountFen, reference })).ok);
  };

  const shown = (rosters: readonly SponsoredRosterView[]) =>
    rosters.map((roster) => <RosterMoney key={roster.rosterId} roster={roster} onAct={start(roster)} />);
  return (
    <>
      {done === undefined ? null : (
        <Notice tone="good" announced>
          {DONE_WORDS[done]}
        </Notice>
      )}
      {steer.error === undefined ? null : <Failure error={steer.error} />}
      {open.length === 0 && over.length === 0 ? (
        <EmptyState icon="done" title="没有等钱的名单" text="单位的名单核对通过、被采用后会出现在这里。" />
      ) : (
        <Section
          title={open.length === 0 ? '没有要办的名单' : `要办的 ${String(open.length)} 份名单`}
          note="一人登记，另一人确认，钱到齐才出单"
        >
          {shown(open)}
        </Section>
      )}
      {over.length === 0 ? null : <Section title="办完的">{shown(over)}</Section>}
      {acting?.act === 'record' ? (
        <TransferSheet
          roster={acting.roster}
          today={book.today}
          error={record.error}
          onEnter={(transfer) => enter(acting.roster, transfer)}
          onClose={() => setActing(undefined)}
        />
      ) : null}
      {acting?.act === 'skipped' ? (
        <SkippedSheet rosterId={acting.roster.rosterId} onClose={() => setActing(undefined)} />
      ) : null}
      {acting?.act === 'confirm' && acting.roster.transfer !== null ? (
        <ConfirmSheet
          roster={acting.roster}
          transfer={acting.roster.transfer}
          error={confirm.error}
          onConfirm={() => confirmSeen(acting.roster)}
          onClose={() => setActing(undefined)}
        />
      ) : null}
    </>
  );
}
