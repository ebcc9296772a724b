import { timingSafeEqual } from 'node:crypto';
import { deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

/** What a code is for: a code of one purpose says nothing at the door of the other. */
export type CodePurpose = 'chk' | 'rnw';

const PREFIX = 'pol_';
const ID_LENGTH = 24;
const SEAL_LENGTH = 8;

const sealOf = (vault: Vault, purpose: CodePurpose, policyId: string): string =>
  deriveSecretId(vault, purpose, policyId).slice(-SEAL_LENGTH);

/**
 * A code that stands for a policy towards people who are not its family: the policy's id, which tells nothing, and 40
 * bits of a keyed hash, which nobody can make up. 32 characters, as many as a mini-program code carries.
 * Nothing is stored for it, so every policy has one.
 */
export const policyCode = (vault: Vault, purpose: CodePurpose, policyId: string): string =>
  `${policyId.slice(PREFIX.length)}${sealOf(vault, purpose, policyId)}`;

/** The policy that a code stands for, if we wrote it; undefined for any other text. */
export const policyIdOfCode = (vault: Vault, purpose: CodePurpose, code: string): string | undefined => {
  if (!/^[0-9a-z]{32}$/.test(code)) return undefined;
  const policyId = `${PREFIX}${code.slice(0, ID_LENGTH)}`;
  const isOurs = timingSafeEqual(
    Buffer.from(sealOf(vault, purpose, policyId)),
    Buffer.from(code.slice(ID_LENGTH)),
  );
  return isOurs ? policyId : undefined;
};
