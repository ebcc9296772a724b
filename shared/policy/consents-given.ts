import { mustSign } from '../household/eligibility';
import { isGrandchild } from '../household/insurable-interest';
import type { Member } from '../household/member.schema';
import type { ChinaDay, EpochMs } from '../time/china-day';
import type { Consent } from './consent';

/**
 * Who has consented to their sum when an order is placed, by position: adults who signed on the buyer's phone, and the
 * buyer's own minors through the buyer. Null: an adult who confirms in their own WeChat, a grandchild whose parent is
 * asked. Source: domain R26.
 */
export const consentsGiven = (
  members: readonly Pick<Member, 'birthDay' | 'relation'>[],
  signatures: readonly { readonly memberIndex: number }[],
  startDay: ChinaDay,
  at: EpochMs,
): (Consent | null)[] =>
  members.map((member, index) => {
    if (!mustSign(member, startDay)) return isGrandchild(member) ? null : { at, by: 'parent' };
    return signatures.some(({ memberIndex }) => memberIndex === index) ? { at, by: 'signature' } : null;
  });
