import { useState } from 'react';
import { View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import type { ChinaDay } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useDraft } from '@/lib/storage/draft';
import { CaseAssessment } from './case-assessment';
import { CaseCourse } from './case-course';
import { CaseHead } from './case-head';
import { CaseHistory } from './case-history';
import { CaseNotices } from './case-notices';
import { CasePapers } from './case-papers';
import { CaseResult } from './case-result';
import styles from './case-room.module.scss';
import { DecisionBar } from './decision-bar';
import { DecisionSheet } from './decision-sheet';
import { MoreSheet } from './more-sheet';
import { decisionOf, EMPTY_STEP, stepDrafts, type StepDraft } from './step-draft';
import { useAttendance } from './use-attendance';
import { useDecision, type Decision } from './use-decision';
import { coveredKinds, useFactsEntry } from './use-facts-entry';

interface CaseRoomProps {
  /** The case as it was read last. */
  loaded: CaseView;
  today: ChinaDay;
  /** What is shown may be old: why the newest could not be had. */
  staleText: string | undefined;
  reload: () => Promise<void>;
}

/** One case on the desk: papers, the rules' result, what was done, and the steps that may be taken now. */
export function CaseRoom({ loaded, today, staleText, reload }: CaseRoomProps) {
  const { open, decide, ending } = useDecision(loaded);
  const present = useAttendance(open.claimId);
  const [asked, setAsked] = useState<DeskAction | 'more'>();
  const [wantsAdvance, setWantsAdvance] = useState(false);
  const [knownSteps, setKnownSteps] = useState<number>();
  const steps = useDraft(`desk-steps-${open.claimId}`, stepDrafts, {});

  const inAdvance = wantsAdvance && open.actions.includes('proposeAdvance');
  const mayAssess = open.actions.includes('assess');
  const assessment = useFactsEntry(open, 'assess', mayAssess && !inAdvance);
  const advance = useFactsEntry(open, 'proposeAdvance', inAdvance);
  const entry = inAdvance ? advance : assessment;
  const isEntering = inAdvance || mayAssess;

  const step = asked === undefined || asked === 'more' ? undefined : asked;
  const draftFor = (action: DeskAction): StepDraft => steps.value[action] ?? EMPTY_STEP;
  const known = Math.max(present?.version ?? 0, ending?.kind === 'outdated' ? ending.version + 1 : 0);

  const take = async (decision: Decision) => {
    const { action } = decision;
    setKnownSteps(undefined);
    const reached = await decide(decision);
    const isAtFacts =
      reached.kind === 'failed' && reached.error.fields.some(({ path }) => path.startsWith('facts'));
    if (reached.kind === 'failed' && !isAtFacts) return;
    setAsked(undefined);
    if (reached.kind !== 'done') return;
    steps.set({ [action]: EMPTY_STEP });
    if (action === 'assess') assessment.draft.clear();
    if (action !== 'proposeAdvance') return;
    advance.draft.clear();
    setWantsAdvance(false);
  };
  const choose = (action: DeskAction) => {
    if (action === 'accept') {
      const decision = decisionOf(action, EMPTY_STEP, { open, facts: undefined });
      return decision === undefined ? undefined : take(decision);
    }
    const entersAdvance = action === 'proposeAdvance' && !inAdvance;
    if (entersAdvance) setWantsAdvance(true);
    setAsked(entersAdvance ? undefined : action);
    return undefined;
  };
  const look = async () => {
    setKnownSteps(open.steps.length);
    await reload();
  };
  const inQuestion = (action: DeskAction) => {
    if (action === 'assess' || action === 'proposeAdvance') return entry.statement;
    return (action === 'approveAdvance' ? open.advance?.statement : open.statement) ?? undefined;
  };

  return (
    <Page
      wide
      actions={
        <DecisionBar
          actions={open.actions}
          missing={isEntering ? entry.missing : undefined}
          onLeaveAdvance={inAdvance ? () => setWantsAdvance(false) : undefined}
          onChoose={choose}
          onMore={() => setAsked('more')}
        />
      }
    >
      <CaseHead open={open} today={today} />
      <CaseNotices
        open={open}
        ending={step === undefined ? ending : undefined}
        others={present?.others ?? []}
        isBehind={known > open.version}
        knownSteps={knownSteps}
        staleText={staleText}
        onLook={look}
      />
      <View className={styles.columns}>
        <View className={`${styles.column} ${styles.papers}`}>
          <CasePapers open={open} />
        </View>
        <View className={styles.column}>
          <CaseCourse open={open} />
          {inAdvance ? (
            <Notice title="先付一部分（预付）">
              只填现在已经能确定的部分。其余接着办，最后的金额会减去已经付的。
            </Notice>
          ) : null}
          {isEntering ? (
            <CaseAssessment entry={entry} covered={coveredKinds(open)} today={today} />
          ) : (
            <CaseResult facts={open.facts} statement={open.statement} />
          )}
          <CaseHistory open={open} />
        </View>
      </View>
      {asked === 'more' ? (
        <MoreSheet open={open} onChoose={choose} onClose={() => setAsked(undefined)} />
      ) : null}
      {step !== undefined && open.actions.includes(step) ? (
        <DecisionSheet
          key={step}
          action={step}
          open={open}
          facts={entry.facts}
          statement={inQuestion(step)}
          draft={draftFor(step)}
          error={ending?.kind === 'failed' && ending.action === step ? ending.error : undefined}
          onChange={(draft) => steps.set({ [step]: draft })}
          onDecide={take}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Page>
  );
}
