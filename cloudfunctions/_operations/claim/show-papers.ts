import type { CaseView } from '../../../shared/claim/case-view';
import type { Claim } from '../../../shared/claim/claim.schema';
import type { PaperViewer } from '../../../shared/claim/paper-view.schema';
import { AppError } from '../../../shared/errors/app-error';
import { MINUTE_MS } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import type { Workshop } from '../../_core/operation';
import { caseAtDesk, colleagueAt, DESK_ROLES } from './desk-step';

/** Who looks at the papers of a claim, and by which right. */
interface Viewer {
  readonly by: string;
  readonly role: PaperViewer;
}

/** The family that a claim belongs to. Throws CLAIM_NOT_FOUND for anybody else. */
export const familyViewer = (caller: Caller, claim: Claim): Viewer => {
  if (claim.householdId !== caller.householdId) throw new AppError('CLAIM_NOT_FOUND');
  return { by: caller.householdId, role: 'member' };
};

/** A colleague of the desk where a claim lies. Throws CLAIM_NOT_FOUND for anybody else. */
export const deskViewer = (caller: Caller, claim: Claim): Viewer => {
  const { roles } = colleagueAt(caller, caseAtDesk(claim, caller).regionCode);
  const role = DESK_ROLES.find((one) => roles.includes(one));
  if (!role) throw new AppError('CLAIM_NOT_FOUND');
  return { by: caller.staffId, role };
};

/** Adds what is seen to the row of this viewer's minute. */
const record = (
  { write, ports }: Pick<Workshop, 'write' | 'ports'>,
  claim: Claim,
  { by, role }: Viewer,
  files: Claim['papers'],
): Promise<void> => {
  const at = ports.clock.now();
  const id = deriveId('see', claim.id, by, role, String(Math.floor(at / MINUTE_MS)));
  return write(async (tx) => {
    const before = await tx.paperViews.get(id);
    const papers = [...new Set([...(before?.papers ?? []), ...files.map(({ sha256 }) => sha256)])];
    if (before?.papers.length === papers.length) return;
    await tx.paperViews.put({ id, claimId: claim.id, by, role, at: before?.at ?? at, papers });
  });
};

/**
 * Fresh addresses of a claim's papers, which last ten minutes: the only place that hands them out.
 * Guarantees: nobody but the claim's family and the desk of its region gets one, and none is handed out that is not
 * recorded: when the row cannot be stored, the whole answer fails. The row is a transaction of its own, so that looking
 * never stands in the way of a step.
 */
export const showPapers = async (
  workshop: Pick<Workshop, 'write' | 'ports'>,
  claim: Claim,
  viewer: Viewer,
): Promise<Pick<CaseView, 'papers' | 'voice'>> => {
  const files = [...claim.papers, ...(claim.voice ? [claim.voice] : [])];
  if (files.length === 0) return { papers: [], voice: null };
  await record(workshop, claim, viewer, files);
  const urls = await workshop.ports.files.temporaryUrls(files.map(({ fileId }) => fileId));
  return {
    papers: claim.papers.map(({ at }, position) => ({ url: urls[position] ?? '', at })),
    voice: claim.voice && { url: urls[claim.papers.length] ?? '' },
  };
};
