import { timingSafeEqual } from 'node:crypto';
import { deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

const keyOf = (vault: Vault, assistanceId: string): string =>
  deriveSecretId(vault, 'ast', 'link', assistanceId).slice('ast_'.length);

/** The link by which a family opens what was filled in for it: nobody can make one up, or change one. */
export const writeAssistanceLink = (vault: Vault, assistanceId: string): string =>
  `${assistanceId}-${keyOf(vault, assistanceId)}`;

/** The record that a link of the right form stands for, if we wrote it. */
export const assistanceIdOfLink = (vault: Vault, link: string): string | undefined => {
  const [assistanceId = '', key = ''] = link.split('-');
  const right = Buffer.from(keyOf(vault, assistanceId));
  const given = Buffer.from(key);
  return right.length === given.length && timingSafeEqual(right, given) ? assistanceId : undefined;
};
