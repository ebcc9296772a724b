import type { Member } from '../../../shared/household/member.schema';
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

/** A small child, and the household that it belongs to. */
interface Child extends Pick<Member, 'name' | 'birthDay'> {
  readonly householdId: string;
}

/** A child of a household by name and birth day: the same under a birth certificate and an ID number. Source: domain R28. */
export const childKeyOf = (vault: Vault, { householdId, name, birthDay }: Child): string =>
  deriveSecretId(vault, 'kid', householdId, name, birthDay);

/** Its cover under a product line, beside that of its number. Source: domain R5. */
export const childCoverIdOf = (vault: Vault, { householdId, name, birthDay }: Child, line: string): string =>
  deriveSecretId(vault, 'kid', householdId, name, birthDay, line);
