import type { Order } from '../../../shared/order/order.schema';
import type { Payer } from '../../../shared/order/payer.schema';
import type { Roster, RosterHousehold } from '../../../shared/roster/roster.schema';
import { deriveId, deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

/** The order of a household whose premium somebody else paid whole: issued as it is written. One per household and roster. */
export const giftOrder = (
  vault: Vault,
  roster: Roster,
  household: RosterHousehold,
  payers: Payer[],
  at: number,
): Order => ({
  id: deriveId('ord', roster.id, household.headKey),
  requestHash: null,
  householdId: deriveSecretId(vault, 'hh', 'gift', household.headKey),
  openid: null,
  regionCode: household.regionCode,
  referralCode: null,
  planId: roster.planId,
  planVersion: roster.planVersion,
  copies: 1,
  priceFen: household.premiumFen,
  payers,
  members: household.members,
  holder: null,
  phone: household.phone ?? '',
  confirmations: [],
  signatures: [],
  consents: household.members.map(() => null),
  waitsForParent: false,
  campaignStartDay: roster.campaignStartDay,
  renews: null,
  state: 'issued',
  attempts: [],
  policyId: null,
  refundReason: null,
  createdAt: at,
  expiresAt: at,
  nextLookAt: null,
});
