import { AppError } from '../../../shared/errors/app-error';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { OperationContext } from '../../_core/operation';
import { countTry } from './already-insured';
import { policyIdOfCode } from './policy-code';

/** Links that are not ours which a person may open in a day. */
const MAX_WRONG_LINKS_A_DAY = 20;

/**
 * The policy that a relative's link is for. Throws RENEWAL_LINK_WRONG, and counts it, for a link that we did not write
 * and for a gift that nobody has opened; TOO_MANY_TRIES.
 */
export const policyOfRelative = async (
  context: OperationContext<{ readonly code: string }>,
): Promise<Policy & { readonly openid: string }> => {
  const { read, input, caller, vault } = context;
  const policyId = policyIdOfCode(vault, 'rnw', input.code);
  const policy = policyId === undefined ? undefined : await read.policies.get(policyId);
  if (policy && policy.openid !== null) return { ...policy, openid: policy.openid };
  await countTry(context, caller, { of: 'relative', most: MAX_WRONG_LINKS_A_DAY });
  throw new AppError('RENEWAL_LINK_WRONG');
};
