import { AppError } from '../../../shared/errors/app-error';
import { CHECK_PAGE } from '../../../shared/policy/check-certificate.contract';
import { printCertificate } from '../../../shared/policy/print-certificate.contract';
import { operation, type Workshop } from '../../_core/operation';
import { PageCodeUnavailable } from '../../_core/ports/page-codes';
import { printedFile } from '../print/printed-file';
import { planOf } from '../product/sale-plan';
import { certificateSheet } from './certificate-sheet';
import { holderNameOf } from './holder-name';
import { ownPolicy } from './own-policy';
import { policyCode } from './policy-code';
import { toPolicyView } from './policy-views';

const codeOf = async ({ ports, vault }: Workshop, policyId: string): Promise<Buffer> => {
  try {
    return await ports.pageCodes.picture(CHECK_PAGE, policyCode(vault, 'chk', policyId));
  } catch (thrown) {
    throw thrown instanceof PageCodeUnavailable ? new AppError('UPSTREAM_UNAVAILABLE') : thrown;
  }
};

/**
 * One of the caller's own policies as a PDF, as it stands now, with a code by which anybody sees that it is genuine.
 * Guarantees: the file lies under the hash of its content, so the same certificate asked for again is the same file;
 * only the family is given its address, and the address lasts ten minutes.
 * Reads: policies, plans, for a holder who is not insured the order. Writes: file storage alone.
 * Errors: POLICY_NOT_FOUND (also another family's), UPSTREAM_UNAVAILABLE (WeChat made no code).
 */
export const printCertificateOperation = operation(printCertificate, async (context) => {
  const { read, caller, input, ports } = context;
  const policy = await ownPolicy(read, caller, input.policyId);
  const [plan, code] = await Promise.all([planOf(context, policy.planId), codeOf(context, policy.id)]);
  const sheet = certificateSheet({
    policy: toPolicyView(policy, plan, ports.clock.now()),
    holderName: await holderNameOf(read, policy),
    sponsors: policy.payers.flatMap(({ name }) => (name === null ? [] : [name])),
    code,
  });
  return { url: await printedFile(ports, 'certificates', sheet), fileName: `保单${policy.number}.pdf` };
});
