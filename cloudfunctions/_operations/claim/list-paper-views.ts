import type { Claim } from '../../../shared/claim/claim.schema';
import { listPaperViews } from '../../../shared/claim/list-paper-views.contract';
import type { PaperView } from '../../../shared/claim/paper-view.schema';
import type { OutputOf } from '../../../shared/contract/contract';
import { operation } from '../../_core/operation';
import { nameIn, namesOf, type Names } from './colleague-names';
import { caseAtDesk } from './desk-step';

/** Looks told at once. */
const PAGE = 50;

const toView = (
  { papers, voice }: Claim,
  { at, role, by, papers: seen }: PaperView,
  names: Names,
): OutputOf<typeof listPaperViews>['views'][number] => ({
  at,
  role,
  staffName: nameIn(names, by),
  papers: papers.flatMap(({ sha256 }, position) => (seen.includes(sha256) ? [position] : [])),
  voice: voice !== null && seen.includes(voice.sha256),
});

/**
 * Who looked at the papers of a case and when, for a supervisor.
 * Guarantees: walking on with `next` tells every look once, also those of one instant.
 * Reads: claims, paper views, staff. Writes nothing.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region).
 */
export const listPaperViewsOperation = operation(listPaperViews, async ({ input, caller, read }) => {
  const claim = caseAtDesk(await read.claims.get(input.claimId), caller, 'supervisor');
  const found = await read.paperViews.find({
    where: { claimId: claim.id, ...(input.before === null ? {} : { at: { lt: input.before } }) },
    orderBy: [['at', 'desc']],
    limit: PAGE + 1,
  });
  // Those of the instant at which the page ends are told together, on the next one.
  const end = found[PAGE]?.at;
  const views = end === undefined ? found : found.filter(({ at }) => at > end);
  const names = await namesOf(
    { read },
    views.map(({ by, role }) => (role === 'member' ? null : by)),
  );
  return { views: views.map((view) => toView(claim, view, names)), next: end === undefined ? null : end + 1 };
});
