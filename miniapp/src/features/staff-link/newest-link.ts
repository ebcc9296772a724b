import type { ReferralView } from 'shared/referral/referral-view';

/** The newest link that still counts; undefined when there is none. */
export const newestLink = (links: readonly ReferralView[]): ReferralView | undefined =>
  links
    .filter((link) => !link.revoked)
    .reduce<ReferralView | undefined>(
      (newest, link) => (newest === undefined || link.createdAt > newest.createdAt ? link : newest),
      undefined,
    );
