import { deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

/** The same person in any household: keyed, so that nobody can find one by trying numbers. */
export const personKeyOf = (vault: Vault, idNumber: string): string => deriveSecretId(vault, 'per', idNumber);

/** The one document that holds all cover of a person under a product line. Source: domain R5. */
export const personCoverIdOf = (vault: Vault, idNumber: string, line: string): string =>
  deriveSecretId(vault, 'cov', idNumber, line);

/** Name and number together: "already insured" is told only to who knows both. Source: domain R5. */
export const nameKeyOf = (vault: Vault, name: string, idNumber: string): string =>
  deriveSecretId(vault, 'per', name, idNumber);
