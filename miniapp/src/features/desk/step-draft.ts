import { shortReason } from 'shared/contract/fields';
import { askPapers } from 'shared/claim/move-case.contracts';
import { paperKey, type PaperKey } from 'shared/claim/paper-key';
import { paperOf, papersFor } from 'shared/claim/papers';
import type { CaseView } from 'shared/claim/case-view';
import type { AssessmentFacts } from 'shared/claim/assessment.schema';
import type { DeskAction } from 'shared/claim/desk-actions';
import { ADULT_AGE_YEARS } from 'shared/household/household.schema';
import { z } from 'shared/zod';
import { faultIn } from '@/lib/contract/fault-in';
import type { Decision } from './use-decision';

/** What is entered in a step's sheet; kept until the step is done. */
export const stepDraft = z.object({
  reason: z.string(),
  complexity: z.optional(z.enum(['clear', 'disputed'])),
  choice: z.optional(z.enum(['pay', 'refuse'])),
  /** Missing papers that were ticked. */
  papers: z.array(paperKey),
  /** Further ones, a line each. */
  otherPapers: z.string(),
});
export type StepDraft = z.infer<typeof stepDraft>;

/** The sheets of one case, by step. */
export const stepDrafts = z.record(z.string(), stepDraft);

export const EMPTY_STEP: StepDraft = { reason: '', papers: [], otherPapers: '' };

/** A paper that can be asked for. */
export interface Askable {
  readonly key: PaperKey;
  readonly name: string;
  readonly note: string | undefined;
}

/** Papers that may be missing: what a case of this kind needs, then all others. Source: domain R13. */
export const askablePapers = ({ kind, cause, ageAtAccident }: CaseView): Askable[] => {
  const needed = papersFor(kind, cause, { isMinor: ageAtAccident < ADULT_AGE_YEARS });
  const others = paperKey.options.filter((key) => needed.every((paper) => paper.key !== key));
  return [
    ...needed.map(({ key, name, when }) => ({ key, name, note: when ?? undefined })),
    ...others.map((key) => ({ key, name: paperOf(key, kind, cause).name, note: '这类案件一般不用' })),
  ];
};

/** What was written beside the ticked papers, one name each. */
const namedPapers = ({ otherPapers }: StepDraft): string[] => {
  const written = otherPapers
    .split(/[\n；;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  return [...new Set(written)];
};

/** What is wrong with a paper that was written by hand. */
export const othersFault = (draft: StepDraft): string | undefined =>
  faultIn(askPapers.input.shape.others, namedPapers(draft));

/** What else a step needs besides what is entered in its sheet. */
interface StepContext {
  readonly open: CaseView;
  readonly facts: AssessmentFacts | undefined;
}

/** A mark of the green channel is taken back without a reason. */
const takesBack = (action: DeskAction, open: CaseView): boolean =>
  action === 'markGreen' && open.greenChannel !== null;

/** Whether a step needs a reason. */
export const needsReason = (action: DeskAction, open: CaseView): boolean =>
  action !== 'accept' && action !== 'approve' && action !== 'approveAdvance' && !takesBack(action, open);

/** What is still missing before a step can be taken; undefined when nothing is. */
export const missingOf = (action: DeskAction, draft: StepDraft, open: CaseView): string | undefined => {
  if (action === 'register' && draft.complexity === undefined) return '先选清楚还是有争议';
  if (action === 'vote' && draft.choice === undefined) return '先选该赔还是不该赔';
  if (action === 'askPapers' && draft.papers.length + namedPapers(draft).length === 0)
    return '先选缺什么材料';
  if (action === 'askPapers' && othersFault(draft) !== undefined) return '先改标红的地方';
  if (!needsReason(action, open) || faultIn(shortReason, draft.reason) === undefined) return undefined;
  return '先选一句原因，或自己写';
};

/** The decision that a sheet's content makes; undefined while something is missing. */
export const decisionOf = (
  action: DeskAction,
  draft: StepDraft,
  { open, facts }: StepContext,
): Decision | undefined => {
  const { complexity, choice } = draft;
  const reason = draft.reason.trim();
  if (missingOf(action, draft, open) !== undefined) return undefined;
  switch (action) {
    case 'accept':
      return { action, send: (commands, move) => commands.accept.run(move) };
    case 'register':
      return complexity === undefined
        ? undefined
        : { action, send: (commands, move) => commands.register.run({ ...move, complexity, reason }) };
    case 'assess':
      return facts === undefined
        ? undefined
        : { action, send: (commands, move) => commands.assess.run({ ...move, facts, reason }) };
    case 'proposeAdvance':
      return facts === undefined
        ? undefined
        : { action, send: (commands, move) => commands.proposeAdvance.run({ ...move, facts, reason }) };
    case 'askPapers':
      return {
        action,
        send: (commands, move) =>
          commands.askPapers.run({ ...move, papers: draft.papers, others: namedPapers(draft), reason }),
      };
    case 'vote':
      return choice === undefined
        ? undefined
        : { action, send: (commands, move) => commands.vote.run({ ...move, choice, reason }) };
    case 'markGreen':
      return {
        action,
        send: (commands, move) =>
          commands.markGreen.run({ ...move, reason: takesBack(action, open) ? null : reason }),
      };
    case 'approve':
    case 'approveAdvance':
      return { action, send: (commands, move) => commands[action].run(move) };
    case 'resume':
    case 'investigate':
    case 'allowNotice':
    case 'return':
    case 'refuse':
    case 'openPanel':
    case 'agree':
    case 'reopen':
      return { action, send: (commands, move) => commands[action].run({ ...move, reason }) };
  }
};
