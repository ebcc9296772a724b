import { useState } from 'react';
import { createReferral } from 'shared/referral/create-referral.contract';
import type { ReferralView } from 'shared/referral/referral-view';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useCommand } from '@/lib/query/use-command';

/** The enrolment link of a village, and the way to make one. */
export interface VillageLink {
  /** The newest that still counts; undefined when there is none. */
  current: ReferralView | undefined;
  /** Makes a new one: one request id over all retries, so that one wish makes one link. */
  make: () => Promise<void>;
  error: CallFailed | undefined;
}

const newestOf = (links: readonly ReferralView[]): ReferralView | undefined =>
  links
    .filter((link) => !link.revoked)
    .reduce<ReferralView | undefined>(
      (newest, link) => (newest === undefined || link.createdAt > newest.createdAt ? link : newest),
      undefined,
    );

/**
 * @param villageCode the specialist's village; undefined while it is not known.
 * @param links the links that the cloud knows.
 */
export const useVillageLink = (
  villageCode: string | undefined,
  links: readonly ReferralView[],
): VillageLink => {
  const making = useCommand(createReferral);
  const [made, setMade] = useState<readonly ReferralView[]>([]);
  const make = async () => {
    if (villageCode === undefined) return;
    const outcome = await making.run({ villageCode });
    if (outcome.ok) setMade([...made, outcome.data.referral]);
  };
  return { current: newestOf([...links, ...made]), make, error: making.error };
};
