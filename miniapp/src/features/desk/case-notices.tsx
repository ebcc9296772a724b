import type { CaseView } from 'shared/claim/case-view';
import { CLOSED_STATES } from 'shared/claim/claim-state';
import { actorWords, DESK_STATE_WORDS, DESK_STEP_WORDS, OWN_CASE_WORDS } from 'shared/claim/desk-words';
import { formatChinaTime } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import { STEP_WORDS, wayOn } from './step-words';
import type { Ending } from './use-decision';

const happenedSince = (open: CaseView, knownSteps: number): string => {
  const steps = open.steps
    .slice(knownSteps)
    .map(
      (step) =>
        `${formatChinaTime(step.at)}，${actorWords(step.role, step.staffName)}：${DESK_STEP_WORDS[step.state]}${
          step.reason === null ? '' : `（${step.reason.replace(/。$/, '')}）`
        }`,
    );
  return steps.length === 0 ? '' : `${steps.join('；')}。`;
};

/** Who has to act, where it is not the caller. */
const notMine = (open: CaseView): string | undefined => {
  if (open.isOwnHousehold) return `${OWN_CASE_WORDS}。`;
  return wayOn(open.actions) !== undefined || CLOSED_STATES.includes(open.state)
    ? undefined
    : `现在是“${DESK_STATE_WORDS[open.state]}”，这一步由别的同事办。`;
};

interface CaseNoticesProps {
  open: CaseView;
  ending: Ending | undefined;
  /** Colleagues who have this case open, too. */
  others: readonly string[];
  /** Somebody has changed the case since it was read. */
  isBehind: boolean;
  /** Steps that were known before newer ones were asked for; undefined: none were. */
  knownSteps: number | undefined;
  /** What is shown may be old: why the newest could not be had. */
  staleText: string | undefined;
  onLook: () => Promise<unknown>;
}

/** What a colleague must know before deciding: who else is here, what changed meanwhile, what came of the last step. */
export function CaseNotices(props: CaseNoticesProps) {
  const { open, ending, others, isBehind, knownSteps, staleText, onLook } = props;
  const waiting = ending === undefined ? notMine(open) : undefined;
  return (
    <>
      {others.length === 0 ? null : (
        <Notice announced>{`${others.join('、')}也打开了这件案子。先说好谁来办。`}</Notice>
      )}
      {isBehind ? (
        <>
          <Notice tone="due" title="这件案子刚被别人改过" announced>
            您填的都还在。看过新的进度再往下办。
          </Notice>
          <Button id="case-look" kind="secondary" icon="retry" onPress={onLook}>
            看新的进度
          </Button>
        </>
      ) : knownSteps === undefined ? null : (
        <Notice tone="due" title="已经是最新的进度" announced>
          {`${happenedSince(open, knownSteps)}您填的没有丢。`}
        </Notice>
      )}
      {ending?.kind === 'done' ? (
        <Notice tone="good" announced>
          {STEP_WORDS[ending.action].done}
        </Notice>
      ) : ending?.kind === 'failed' ? (
        <Failure error={ending.error} />
      ) : null}
      {staleText === undefined ? null : <Notice tone="due">{staleText}</Notice>}
      {waiting === undefined ? null : <Notice>{waiting}</Notice>}
    </>
  );
}
