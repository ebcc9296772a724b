import { sendPapers } from '../../../shared/claim/answer-decision.contracts';
import { namesMissing, noticesWith, openPapers, papersCame } from '../../../shared/claim/asked-papers';
import { claim as claimRecord, goesOnAs, type Claim } from '../../../shared/claim/claim.schema';
import { UNDECIDED_STATES } from '../../../shared/claim/claim-state';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import { operation } from '../../_core/operation';
import { claimViewOf } from './claim-views';
import { marksWith } from './duplicates';
import { checkPhotos, inboxFaults, keepPhotos } from './keep-photos';
import { changeAndStore, moveAndStore, momentOf } from './move-and-store';
import { FAMILY, ownClaim } from './own-claim';

/** Photos of one claim, over its whole life. */
const MOST_PAPERS = 60;

/** The papers with new ones; the same picture twice stays once. */
const withPapers = (claim: Claim, kept: Claim['papers']): Claim['papers'] => {
  const known = new Set(claim.papers.map(({ sha256 }) => sha256));
  const papers = [...claim.papers, ...kept.filter(({ sha256 }) => !known.has(sha256))];
  if (papers.length > MOST_PAPERS) throw new AppError('TOO_MANY_PHOTOS');
  return papers;
};

/**
 * The family sends papers: those that a notice asked for, each at its place, or any others before the decision. As soon as
 * there is a photo of everything that was asked for the clock goes on by itself; until then it stands.
 * Guarantees: photos are kept as those of a report are; when one is wrong nothing is stored and each fault is told at
 * its place.
 * Reads and writes: files; claims, audit, messages in one transaction. Source: domain R17.
 * Errors: CLAIM_NOT_FOUND (also another family's), CLAIM_STATE_WRONG, PHOTO_NOT_IMAGE, PHOTO_TOO_LARGE, PHOTO_MISSING,
 * TOO_MANY_PHOTOS.
 */
export const sendPapersOperation = operation(sendPapers, async (context) => {
  const { input, caller, once, answered, ports, read, vault } = context;
  const before = await answered();
  if (before) return { claim: await claimViewOf(context, claimRecord.parse(before.answer)) };
  const moment = momentOf(ports);
  const { state } = await ownClaim(read, caller, input.claimId);
  if (!UNDECIDED_STATES.includes(state)) throw new AppError('CLAIM_STATE_WRONG');
  const fileIds = input.photos.map(({ fileId }) => fileId);
  refuseFaults(inboxFaults(fileIds));
  const checked = await checkPhotos(context, fileIds);
  refuseFaults(checked.faults);
  const kept = await keepPhotos(context, checked);
  const arrived = checked.photos.map(({ sha256 }, index) => ({
    sha256,
    place: input.photos[index]?.place ?? null,
  }));
  const actor = caller.householdId;
  const claim = await once(async (tx) => {
    const waiting = await ownClaim(tx, caller, input.claimId);
    const papers = withPapers(waiting, kept);
    const marks = marksWith(vault, { ...waiting, papers });
    const changes = { papers, marks, notices: noticesWith(waiting, arrived) };
    if (waiting.state === 'papersAsked' && namesMissing(openPapers(changes)).length === 0) {
      const complete = { ...changes, ...papersCame({ ...waiting, ...changes }, moment.at) };
      const to = goesOnAs(waiting);
      return moveAndStore(tx, waiting, { to, by: FAMILY, actor, moment, changes: complete });
    }
    if (!UNDECIDED_STATES.includes(waiting.state)) throw new AppError('CLAIM_STATE_WRONG');
    return changeAndStore(tx, waiting, { action: 'papersAdded', actor, moment, changes });
  });
  await ports.files.remove(fileIds).catch(() => {
    // The papers are kept; an upload left in the inbox is cleared by the bucket's life cycle.
  });
  return { claim: await claimViewOf(context, claim) };
});
