import type { Claim } from '../../../shared/claim/claim.schema';
import { printCaseStatement, printStatement } from '../../../shared/claim/print-statement.contracts';
import { decisionOf } from '../../../shared/claim/timeline';
import { AppError } from '../../../shared/errors/app-error';
import { operation, type Workshop } from '../../_core/operation';
import { printedFile } from '../print/printed-file';
import { plansOf } from '../product/sale-plan';
import { policiesOfClaim } from './adjudicate-claim';
import { claimWithoutPapers } from './claim-views';
import { caseAtDesk } from './desk-step';
import { ownClaim } from './own-claim';
import { statementSheet } from './statement-sheet';

/** The decision that stands, printed. Throws NOT_DECIDED. */
const printed = async (workshop: Workshop, claim: Claim): Promise<{ url: string; fileName: string }> => {
  if (decisionOf(claim) === null) throw new AppError('NOT_DECIDED');
  const policies = await policiesOfClaim(workshop.read, claim);
  const [view, planOf] = await Promise.all([
    claimWithoutPapers(workshop, claim),
    plansOf(workshop, policies),
  ]);
  const isSample = policies.some((policy) => planOf(policy).isSample);
  const url = await printedFile(workshop.ports, 'statements', statementSheet({ claim: view, isSample }));
  return { url, fileName: `理赔${claim.number}.pdf` };
};

/**
 * The statement of the decision on one of the caller's own claims as a PDF, as it stands now.
 * Guarantees: it says what the page says, from the same words; the file lies under the hash of its content; no number of
 * an account is readable; only the family is given its address, and the address lasts ten minutes.
 * Reads: claims, policies, plans, payouts, staff. Writes: file storage alone. Source: domain R16, R21, R22.
 * Errors: CLAIM_NOT_FOUND (also another family's), NOT_DECIDED.
 */
export const printStatementOperation = operation(printStatement, async (context) =>
  printed(context, await ownClaim(context.read, context.caller, context.input.claimId)),
);

/**
 * The same sheet for the desk of the claim's region.
 * Errors: CLAIM_NOT_FOUND (also a case outside the caller's region), NOT_DECIDED.
 */
export const printCaseStatementOperation = operation(printCaseStatement, async (context) => {
  const { read, caller, input } = context;
  return printed(context, caseAtDesk(await read.claims.get(input.claimId), caller));
});
