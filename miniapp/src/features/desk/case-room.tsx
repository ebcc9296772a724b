import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { CLOSED_STATES } from 'shared/claim/claim-state';
import { DESK_STATE_WORDS } from 'shared/claim/desk-words';
import type { DeskAction } from 'shared/claim/desk-actions';
import type { ChinaDay } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useDraft } from '@/lib/storage/draft';
import { CaseAssessment } from './case-assessment';
import { CaseHead } from './case-head';
import { CaseHistory } from './case-history';
import { CasePapers } from './case-papers';
import { CaseResult } from './case-result';
import styles from './case-room.module.scss';
import { DecisionBar } from './decision-bar';
import { DecisionSheet, type AskedAction } from './decision-sheet';
import { EndingNotice } from './ending-notice';
import { draftOf, factsDraft, readFacts } from './facts-draft';
import { useDecision, type Decision } from './use-decision';
import { usePreview } from './use-preview';

interface CaseRoomProps {
  /** The case as it was read last. */
  loaded: CaseView;
  today: ChinaDay;
  /** What is shown may be old: why the newest could not be had. */
  staleText: string | undefined;
  reload: () => Promise<void>;
}

const notMine = (open: CaseView): string | undefined =>
  open.actions.length > 0 || CLOSED_STATES.includes(open.state)
    ? undefined
    : `现在是“${DESK_STATE_WORDS[open.state]}”，这一步由别的同事办。`;

/** One case on the desk: papers, the rules' result, what was done, and the steps that may be taken now. */
export function CaseRoom({ loaded, today, staleText, reload }: CaseRoomProps) {
  const draft = useDraft(`desk-facts-${loaded.claimId}`, factsDraft, draftOf(loaded.facts));
  const { open, decide, ending } = useDecision(loaded, reload);
  const [asked, setAsked] = useState<AskedAction>();
  const [reasons, setReasons] = useState<Partial<Record<AskedAction, string>>>({});

  const mayAssess = open.actions.includes('assess');
  const read = readFacts(open.kind, draft.value);
  const preview = usePreview(open.claimId, mayAssess ? read.facts : undefined);
  const newest = preview.isOld ? undefined : preview.statement;
  const waiting = ending === undefined ? notMine(open) : undefined;

  const take = async (decision: Decision) => {
    const taken = await decide(decision);
    if (taken && decision.action === 'assess') draft.clear();
    setAsked(undefined);
  };
  const choose = async (action: DeskAction) => {
    if (action === 'accept') await take({ action });
    else setAsked(action);
  };
  const isAskable = asked !== undefined && open.actions.includes(asked);

  return (
    <Page
      wide
      actions={
        <DecisionBar
          actions={open.actions}
          missing={mayAssess ? read.missing : undefined}
          onChoose={choose}
        />
      }
    >
      <CaseHead open={open} today={today} />
      <EndingNotice open={open} ending={ending} />
      {staleText === undefined ? null : <Notice tone="due">{staleText}</Notice>}
      {waiting === undefined ? null : <Notice>{waiting}</Notice>}
      <View className={styles.columns}>
        <View className={styles.column}>
          <CasePapers open={open} />
        </View>
        <View className={styles.column}>
          {mayAssess ? (
            <CaseAssessment
              kind={open.kind}
              draft={draft.value}
              read={read}
              preview={preview}
              onChange={draft.set}
            />
          ) : (
            <CaseResult facts={open.facts} statement={open.statement} />
          )}
          <CaseHistory open={open} />
        </View>
      </View>
      {isAskable ? (
        <DecisionSheet
          key={asked}
          action={asked}
          open={open}
          facts={read.facts}
          statement={asked === 'assess' ? newest : (open.statement ?? undefined)}
          reason={reasons[asked] ?? ''}
          onReason={(reason) => setReasons({ ...reasons, [asked]: reason })}
          onDecide={take}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Page>
  );
}
