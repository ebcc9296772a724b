import { AppError } from '../../../shared/errors/app-error';
import { createReferral } from '../../../shared/referral/create-referral.contract';
import type { Referral } from '../../../shared/referral/referral.schema';
import { chinaDayOf } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { holdsRoleOn } from '../../_core/caller';
import { operation } from '../../_core/operation';
import { toReferralView } from './referral-views';

const ALPHABET = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const CODE_LENGTH = 10;

/**
 * Makes an enrolment link for a village of the specialist. The code is random, so that it cannot be guessed.
 * Guarantees: one request id, one link.
 * Reads and writes: regions; referrals, audit in one transaction.
 * Errors: REGION_NOT_FOUND (also a village outside the caller's region).
 */
export const createReferralOperation = operation(
  createReferral,
  async ({ input, caller, read, once, ports }) => {
    const village = await read.regions.get(input.villageCode);
    if (village?.level !== 'village' || !holdsRoleOn(caller, village.id, 'specialist')) {
      throw new AppError('REGION_NOT_FOUND');
    }
    const at = ports.clock.now();
    const id = Array.from(ports.randomBytes(CODE_LENGTH), (byte) =>
      ALPHABET.charAt(byte % ALPHABET.length),
    ).join('');
    const made: Referral = {
      id,
      staffId: caller.staffId,
      regionCode: village.id,
      campaign: `${chinaDayOf(at).slice(0, 4)} 年度参保`,
      campaignStartDay: null,
      createdAt: at,
      revokedAt: null,
    };
    const referral = await once(async (tx) => {
      await tx.referrals.create(made);
      await appendAudit(tx, {
        action: 'referral.created',
        record: made,
        actor: caller.staffId,
        at,
        first: true,
      });
      return made;
    });
    return { referral: toReferralView(referral, village.name) };
  },
);
