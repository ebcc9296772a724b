import type { Policy } from './policy.schema';

type Seen = Pick<Policy, 'state' | 'endAt' | 'corrections' | 'additions'>;

/**
 * Whether a policy still covers the same people until the same end as when it was looked at: what was decided by that
 * look holds. Money that was drawn, a receipt or a visit since then change nothing of it. Source: domain R3, R12.
 */
export const standsAsSeen = (seen: Seen, now: Seen): boolean =>
  seen.state === now.state &&
  seen.endAt === now.endAt &&
  seen.corrections.length === now.corrections.length &&
  seen.additions.length === now.additions.length;
