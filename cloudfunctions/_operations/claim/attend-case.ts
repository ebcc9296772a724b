import { attendCase } from '../../../shared/claim/attend-case.contract';
import { withSign } from '../../../shared/claim/attendance';
import { operation } from '../../_core/operation';
import { caseAtDesk } from './desk-step';

/**
 * Notes that the caller has a case open, and answers which colleagues have it open too.
 * Guarantees: of two who open it at once each is told of the other by their next sign; the case itself is not touched,
 * so that looking is never in the way of a step.
 * Reads: claims, staff. Reads and writes: attendances; one transaction of one record.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region).
 */
export const attendCaseOperation = operation(attendCase, async ({ input, caller, read, write, ports }) => {
  const claim = caseAtDesk(await read.claims.get(input.claimId), caller);
  const { staffId } = caller;
  const at = ports.clock.now();
  const { colleagues } = await write(async (tx) => {
    const present = withSign(await tx.attendances.get(claim.id), { caseId: claim.id, staffId, at });
    await tx.attendances.put(present);
    return present;
  });
  const ids = colleagues.map((colleague) => colleague.staffId).filter((id) => id !== staffId);
  const others =
    ids.length > 0 ? await read.staff.find({ where: { id: { in: ids } }, limit: ids.length }) : [];
  return { version: claim.version, others: others.map(({ name }) => name) };
});
