import type { OutputOf } from 'shared/contract/contract';
import { whoAmI } from 'shared/identity/who-am-i.contract';
import { buyCover } from 'shared/order/buy-cover.contract';
import { listPlans } from 'shared/product/list-plans.contract';
import { getStaffHome } from 'shared/report/get-staff-home.contract';
import { SPECIALIST, WANG, ZHANG, type CastHousehold } from 'shared/testing/cast';
import type { LocalCloud } from '../../test/local-cloud';
import { photo } from '../../test/photo';
import { storedIn } from '../journey/records';

/** The name of a file that somebody chose in bad faith. */
export const HOSTILE = 'claims-inbox/<img src=x onerror=window.taken=1>.txt';

const STROKES: [number, number, number][][] = [
  Array.from({ length: 20 }, (_, step) => [20 + step * 8, 40 + (step % 3) * 6, step * 16]),
];

/** Places an order for a family, without its signatures being drawn; its payment is open. */
export const placesOrder = async (
  cloud: LocalCloud,
  family: CastHousehold,
  later: readonly number[] = [],
): Promise<OutputOf<typeof buyCover>> => {
  const { referrals } = await storedIn(cloud, SPECIALIST.openid, getStaffHome, {});
  const referralCode = referrals[0]?.code;
  const { plans } = await storedIn(cloud, family.openid, listPlans, { referralCode });
  const plan = plans[0];
  if (plan === undefined) throw new Error('the demo has no plan');
  return storedIn(cloud, family.openid, buyCover, {
    requestId: `console-${family.openid}`,
    referralCode,
    planId: plan.id,
    planVersion: plan.version,
    priceFen: plan.priceFen,
    members: [...family.members],
    phone: family.phone,
    confirmations: plan.documents.map(({ id, version, sha256 }) => ({ documentId: id, version, sha256 })),
    signatures: family.members.flatMap(({ relation }, memberIndex) =>
      (relation === 'self' || relation === 'spouse') && !later.includes(memberIndex)
        ? [{ memberIndex, strokes: STROKES }]
        : [],
    ),
    laterConsents: [...later],
  });
};

const uploads = async (cloud: LocalCloud, path: string, bytes: Uint8Array): Promise<void> => {
  const [folder = '', name = ''] = path.split('/');
  const answer = await fetch(`${cloud.url}/_local/files/${folder}/${encodeURIComponent(name)}`, {
    method: 'PUT',
    headers: { 'x-openid': WANG.openid },
    body: Buffer.from(bytes),
  });
  if (!answer.ok) throw new Error(`${path} was not taken: ${String(answer.status)}`);
};

/** One family allows messages, buys, pays and is told so; another stops at the cashier; a photo lies in the inbox. */
export const makeLively = async (cloud: LocalCloud): Promise<void> => {
  const { templates } = await storedIn(cloud, WANG.openid, whoAmI, {});
  // WeChat asks for three at most.
  const templateIds = [templates.policyIssued, templates.claimProgress, templates.payoutNotice];
  await cloud.fetch('/_local/subscribe', { openid: WANG.openid, json: { templateIds, accept: true } });
  const { payment } = await placesOrder(cloud, WANG);
  if (payment === null) throw new Error('no payment was opened');
  await cloud.atCashier(WANG.openid, payment, 'pay');
  await cloud.fetch('/_local/wechat/callbacks?settle=1');
  await cloud.runTimer('send-messages');
  await placesOrder(cloud, ZHANG);
  await uploads(cloud, 'claims-inbox/console-photo.jpg', photo({ width: 160, height: 120 }));
  await uploads(cloud, HOSTILE, Buffer.from('text'));
};
