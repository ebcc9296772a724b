import type { CaseView } from 'shared/claim/case-view';
import { actorWords, DESK_STEP_WORDS } from 'shared/claim/desk-words';
import type { DeskAction } from 'shared/claim/desk-actions';
import { formatChinaTime } from 'shared/time/china-day';
import { Failure } from '@/components/failure/failure';
import { Notice } from '@/components/notice/notice';
import type { Ending } from './use-decision';

const DONE_WORDS: Readonly<Record<DeskAction, string>> = {
  accept: '已受理。接着核对材料，登记立案。',
  register: '已立案，家属会收到答复期限。接着录入事实。',
  assess: '已提交审核，等另一位同事批准。',
  approve: '已批准，转给出纳打款。',
  return: '已退回经办人重新审核。',
  refuse: '已作出不予赔付的决定，家属会收到原因。',
};

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

/** What came of the last decision; after a conflict: what happened meanwhile, and that nothing typed was lost. */
export function EndingNotice({ open, ending }: { open: CaseView; ending: Ending | undefined }) {
  if (ending === undefined) return null;
  if (ending.kind === 'done')
    return (
      <Notice tone="good" announced>
        {DONE_WORDS[ending.action]}
      </Notice>
    );
  if (ending.kind === 'failed') return <Failure error={ending.error} />;
  const title = ending.error.code === 'VERSION_CHANGED' ? '这件案子刚被别人改过' : ending.error.message;
  return (
    <Notice tone="due" title={title} announced>
      {`${happenedSince(open, ending.knownSteps)}下面已经是最新内容，您填的没有丢。`}
    </Notice>
  );
}
