import type { ReferralView } from '../../../shared/referral/referral-view';
import type { Referral } from '../../../shared/referral/referral.schema';

/** A link as its specialist sees it; the text of the card is the insurer's, the same for everybody. Source: domain R29. */
export const toReferralView = (referral: Referral, villageName: string): ReferralView => ({
  code: referral.id,
  villageCode: referral.regionCode,
  villageName,
  campaign: referral.campaign,
  path: `/pages/home/home?ref=${referral.id}`,
  shareTitle: `${villageName}：家庭意外险参保入口，看看一家人能保多少`,
  createdAt: referral.createdAt,
  revoked: referral.revokedAt !== null,
});
