import { timingSafeEqual } from 'node:crypto';
import { AppError } from '../../../shared/errors/app-error';
import type { EpochMs } from '../../../shared/time/china-day';
import { deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

/** What a link says, before anything of it is believed. */
export interface ReadLink {
  readonly subjectId: string;
  readonly personIndex: number;
  readonly until: EpochMs;
  readonly key: string;
}

interface Asked {
  readonly subjectId: string;
  readonly personIndex: number;
  /** Part of the hash: a link to somebody whose number was put right is dead. */
  readonly idNumber: string;
  readonly until: EpochMs;
}

const keyOf = (vault: Vault, { subjectId, personIndex, idNumber, until }: Asked): string =>
  deriveSecretId(vault, 'cst', subjectId, String(personIndex), idNumber, String(until)).slice('cst_'.length);

/** The link by which a person is asked for consent: nobody can make one up, or change one. */
export const writeConsentLink = (vault: Vault, asked: Asked): string =>
  [asked.subjectId, asked.personIndex, asked.until, keyOf(vault, asked)].join('-');

/** Takes a link of the right form apart. */
export const readConsentLink = (link: string): ReadLink => {
  const [subjectId = '', personIndex = '', until = '', key = ''] = link.split('-');
  return { subjectId, personIndex: Number(personIndex), until: Number(until), key };
};

/** Throws CONSENT_LINK_WRONG for a link that we did not write for this person, CONSENT_LINK_EXPIRED. */
export const refuseLink = (vault: Vault, link: ReadLink, idNumber: string, now: EpochMs): void => {
  const right = Buffer.from(keyOf(vault, { ...link, idNumber }));
  const given = Buffer.from(link.key);
  if (right.length !== given.length || !timingSafeEqual(right, given)) {
    throw new AppError('CONSENT_LINK_WRONG');
  }
  if (now >= link.until) throw new AppError('CONSENT_LINK_EXPIRED');
};
