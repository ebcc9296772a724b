import { useState } from 'react';
import Taro from '@tarojs/taro';
import { answerComplaint, listComplaints, type DeskComplaint } from 'shared/complaint/complaint.contracts';
import { casePage } from 'shared/message/message-pages';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { Tabs } from '@/components/tabs/tabs';
import { AnswerSheet } from '@/features/complaint/answer-sheet';
import { DeskComplaints } from '@/features/complaint/desk-complaints';
import { openPage } from '@/lib/navigation/navigation';
import { callPhone } from '@/lib/phone/phone';
import { useCommand } from '@/lib/query/use-command';
import { usePages } from '@/lib/query/use-pages';

const TABS = [
  { value: 'open', label: '待答复' },
  { value: 'answered', label: '已答复' },
] as const;

/** The complaints of the supervisor's counties, what is due first on top. Source: domain R22. */
export default function ComplaintsPage() {
  const [state, setState] = useState<'open' | 'answered'>('open');
  const [shown, setShown] = useState<DeskComplaint>();
  const list = usePages(listComplaints, { state }, ({ next }) => next);
  const { run, error, reset } = useCommand(answerComplaint);
  const close = (): void => {
    setShown(undefined);
    reset();
  };
  const send = async ({ complaintId }: DeskComplaint, words: string): Promise<void> => {
    const done = await run({ complaintId, words });
    if (!done.ok) return;
    close();
    // It is no longer where it was, and what followed it has moved up.
    list.startAgain();
    await Taro.showToast({ title: '发给家属了', icon: 'none' });
  };
  return (
    <Page>
      <Tabs id="complaints-tab" label="投诉" tabs={TABS} value={state} onChange={setState} />
      <Loaded answer={list.answer} skeleton={<Skeleton lines={8} />}>
        {({ today }) => (
          <DeskComplaints
            complaints={list.pages.flatMap(({ complaints }) => complaints)}
            today={today}
            onAnswer={setShown}
            onCall={(phone) => void callPhone(phone)}
            onOpenCase={(claimId) => void openPage(`/${casePage(claimId)}`)}
          />
        )}
      </Loaded>
      {list.moreError === undefined ? null : <Failure error={list.moreError} />}
      {list.hasMore ? (
        <Button id="complaints-more" kind="secondary" onPress={list.showMore}>
          看后面的投诉
        </Button>
      ) : null}
      {shown === undefined ? null : (
        <AnswerSheet
          complaint={shown}
          error={error}
          onAnswer={(words) => send(shown, words)}
          onClose={close}
        />
      )}
    </Page>
  );
}
