import { openCase } from '../../../shared/claim/open-case.contract';
import { chinaDayOf } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { caseViewOf } from './case-views';
import { caseAtDesk } from './desk-step';

/**
 * One case in full: papers, policy, facts, statement, every step, and what the caller may do now.
 * Reads: claims, policies, plans, staff, files. Writes: paper views.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region).
 */
export const openCaseOperation = operation(openCase, async (context) => {
  const { read, caller, input, ports } = context;
  const claim = caseAtDesk(await read.claims.get(input.claimId), caller);
  return { today: chinaDayOf(ports.clock.now()), case: await caseViewOf(context, caller, claim) };
});
