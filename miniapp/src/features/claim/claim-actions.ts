import type { ClaimView, FamilyAction } from 'shared/claim/claim-view';
import {
  morePapersPage,
  newAccountPage,
  objectPage,
  ratePage,
  refusalPage,
  reopenPage,
  statementPage,
  withdrawPage,
} from './claim-pages';

/** A page that the family may open from the progress. */
export interface Step {
  /** Stable name of its button. */
  id: string;
  words: string;
  page: string;
}

type Known = Pick<ClaimView, 'claimId' | 'actions' | 'missingPapers' | 'statement' | 'refusal'>;

const step = (name: string, words: string, page: (claimId: string) => string, { claimId }: Known): Step => ({
  id: `progress-${name}`,
  words,
  page: page(claimId),
});

/** Each step the family may take now, the likeliest first. */
const stepsOf = (claim: Known): Step[] => {
  const may = (action: FamilyAction) => claim.actions.includes(action);
  const asked = claim.missingPapers.length > 0;
  return [
    ...(may('correctAccount') ? [step('account', '换一张卡', newAccountPage, claim)] : []),
    ...(asked && may('sendPapers') ? [step('papers', '补材料', morePapersPage, claim)] : []),
    ...(may('agree') ? [step('statement', '看账单', statementPage, claim)] : []),
    ...(claim.refusal === null ? [] : [step('refusal', '为什么没赔', refusalPage, claim)]),
    ...(may('rate') ? [step('rate', '评一评', ratePage, claim)] : []),
    ...(claim.statement !== null && !may('agree') ? [step('statement', '看账单', statementPage, claim)] : []),
    ...(may('object') ? [step('object', '不同意，提出异议', objectPage, claim)] : []),
    ...(!asked && may('sendPapers') ? [step('papers', '再补几张材料', morePapersPage, claim)] : []),
    ...(may('reopen') ? [step('reopen', '有新情况，申请重新办理', reopenPage, claim)] : []),
    ...(may('withdraw') ? [step('withdraw', '不想报了，撤回', withdrawPage, claim)] : []),
  ];
};

/** What may wait: the family loses nothing by not doing it. */
const QUIET: readonly string[] = ['object', 'reopen', 'withdraw'].map((name) => `progress-${name}`);

/** The one step that the page offers large, and the others below. */
export const nextSteps = (claim: Known): { main: Step | undefined; others: Step[] } => {
  const steps = stepsOf(claim);
  const isMorePapers = ({ id }: Step) => id === 'progress-papers' && claim.missingPapers.length === 0;
  const main = steps.find((one) => !QUIET.includes(one.id) && !isMorePapers(one));
  return { main, others: steps.filter((one) => one !== main) };
};
