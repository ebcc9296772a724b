import { useState, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import { decisionOf as decisionOfState } from 'shared/claim/timeline';
import type { ChinaDay } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';
import { Page } from '@/components/page/page';
import { useDraft } from '@/lib/storage/draft';
import { CaseAssessment } from './case-assessment';
import { CaseCourse } from './case-course';
import { CaseHead } from './case-head';
import { CaseHistory } from './case-history';
import { CasePapers } from './case-papers';
import { CaseResult } from './case-result';
import { CaseStatementFile } from './case-statement-file';
import styles from './case-room.module.scss';
import { DecisionBar } from './decision-bar';
import { DecisionSheet } from './decision-sheet';
import { DuplicateNotice } from './duplicate-notice';
import { MoreSheet } from './more-sheet';
import { PaperLooks } from './paper-looks';
import { decisionOf, EMPTY_STEP, stepDrafts } from './step-draft';
import type { Decision, Ending } from './use-decision';
import { coveredKinds, useFactsEntry } from './use-facts-entry';

interface CaseWorkProps {
  open: CaseView;
  today: ChinaDay;
  /** Above the columns: what a colleague must know before deciding. */
  notices: ReactNode;
  /** The last step, when it was refused. */
  failed: Extract<Ending, { kind: 'failed' }> | undefined;
  decide: (decision: Decision) => Promise<Ending>;
}

/** Whether a refused step is mended in the form rather than in its sheet. */
const isAtFacts = (ending: Ending): boolean =>
  ending.kind === 'failed' && ending.error.fields.some(({ path }) => path.startsWith('facts'));

/** Whether a decision stands that can be printed. */
const mayPrint = ({ state, statement }: CaseView): boolean =>
  decisionOfState({ state, drawn: statement }) !== null;

/** Papers on one side, the rules' result on the other, and the steps that may be taken now. */
export function CaseWork({ open, today, notices, failed, decide }: CaseWorkProps) {
  const [asked, setAsked] = useState<DeskAction | 'more'>();
  const [wantsAdvance, setWantsAdvance] = useState(false);
  const steps = useDraft(`desk-steps-${open.claimId}`, stepDrafts, {});

  const inAdvance = wantsAdvance && open.actions.includes('proposeAdvance');
  const mayAssess = open.actions.includes('assess');
  const assessment = useFactsEntry(open, 'assess', mayAssess && !inAdvance);
  const advance = useFactsEntry(open, 'proposeAdvance', inAdvance);
  const entry = inAdvance ? advance : assessment;
  const isEntering = inAdvance || mayAssess;
  const step = asked === 'more' ? undefined : asked;

  /** What was entered for a step is forgotten as soon as the step is taken, before anything new is drawn. */
  const forget = (action: DeskAction) => {
    steps.clear();
    if (action === 'assess') assessment.draft.clear();
    if (action !== 'proposeAdvance') return;
    advance.draft.clear();
    setWantsAdvance(false);
  };
  const take = async ({ action, send }: Decision) => {
    const reached = await decide({
      action,
      send: async (...to) => {
        const outcome = await send(...to);
        if (outcome.ok) forget(action);
        return outcome;
      },
    });
    if (reached.kind !== 'failed' || isAtFacts(reached)) setAsked(undefined);
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
      {notices}
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
          <DuplicateNotice warnings={(isEntering ? entry.preview.warnings : undefined) ?? open.warnings} />
          <CaseHistory open={open} />
          {mayPrint(open) ? <CaseStatementFile claimId={open.claimId} /> : null}
          {open.tellsLooks ? <PaperLooks claimId={open.claimId} /> : null}
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
          draft={steps.value[step] ?? EMPTY_STEP}
          error={failed?.action === step ? failed.error : undefined}
          onChange={(draft) => steps.set({ [step]: draft })}
          onDecide={take}
          onClose={() => setAsked(undefined)}
        />
      ) : null}
    </Page>
  );
}
