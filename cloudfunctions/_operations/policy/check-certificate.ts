import {
  checkCertificate,
  type CertificateStanding,
} from '../../../shared/policy/check-certificate.contract';
import { maskName } from '../../../shared/identity/masking';
import type { PolicyView } from '../../../shared/policy/policy-view';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { countTry } from './already-insured';
import { holderNameOf } from './holder-name';
import { policyIdOfCode } from './policy-code';
import { toPolicyView } from './policy-views';

/** Codes that are not ours which a person may show in a day: a smudged sheet is scanned again, nobody tries more. */
export const MAX_UNKNOWN_CODES_A_DAY = 20;

const STANDINGS: Readonly<Record<PolicyView['state'], CertificateStanding>> = {
  notStarted: 'notStarted',
  active: 'genuine',
  ended: 'ended',
  cancelled: 'cancelled',
};

/**
 * Whether a scanned certificate is genuine, and how its policy stands today.
 * Guarantees: tells of a policy only to who holds its code, which 40 bits of a keyed hash keep from being guessed; of
 * its people only the holder's masked name; codes that are not ours are counted, and a person may try 20 a day.
 * Reads: policies, plans. Writes: tries, for a code that is not ours.
 * Errors: TOO_MANY_TRIES.
 */
export const checkCertificateOperation = operation(checkCertificate, async (context) => {
  const { read, input, caller, vault, ports } = context;
  const policyId = policyIdOfCode(vault, 'chk', input.code);
  const policy = policyId === undefined ? undefined : await read.policies.get(policyId);
  if (!policy) {
    await countTry(context, caller, { of: 'certificate', most: MAX_UNKNOWN_CODES_A_DAY });
    return { standing: 'unknown' as const, policy: null };
  }
  const view = toPolicyView(policy, await planOf(context, policy.planId), ports.clock.now());
  return {
    standing: STANDINGS[view.state],
    policy: {
      policyNumber: view.policyNumber,
      planName: view.planName,
      productName: view.productName,
      isSample: view.isSample,
      insurerName: view.insurer.name,
      hotline: view.insurer.hotline,
      startDay: view.startDay,
      lastDay: view.lastDay,
      cancelledOn: view.cancellation?.day ?? null,
      maskedHolderName: maskName(await holderNameOf(read, policy)),
    },
  };
});
