import { checkFamily } from '../../../shared/household/check-family.contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { PLACE, type CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, addYears, chinaDayOf } from '../../../shared/time/china-day';
import { newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { SIGNATURE } from '../../_tools/testing/order-input';
import { setStage, type Stage } from '../../_tools/testing/stage';

/** A link whose campaign begins cover in forty days. */
const LINK = 'CAMPA2GN23';

let stage: Stage;
let today: string;
let campaignDay: string;
beforeAll(async () => {
  stage = await setStage();
  today = chinaDayOf(stage.cloud.clock.now());
  campaignDay = addDays(today, 40);
  await stage.workshop.write((tx) =>
    tx.referrals.create({
      id: LINK,
      staffId: 'stf_campaign',
      regionCode: PLACE.village,
      campaign: '2026',
      campaignStartDay: campaignDay,
      createdAt: stage.cloud.clock.now(),
      revokedAt: null,
    }),
  );
});
afterAll(() => stage.close());

const familyWith = (change: (members: readonly MemberInput[]) => MemberInput[]): CastHousehold => {
  const family = newFamily();
  return { ...family, members: change(family.members) };
};
const withNewborn = () =>
  familyWith((members) => [
    ...members,
    { name: '赵小宝', relation: 'son', idNumber: idNumberFor(addDays(today, -10), 91) },
  ]);
/** The holder turns 66 between tomorrow and the campaign. */
const withAgeingHolder = () =>
  familyWith(([holder, ...rest]) =>
    holder ? [{ ...holder, idNumber: idNumberFor(addYears(addDays(today, 20), -66), 93) }, ...rest] : [],
  );

const checked = async (family: CastHousehold, link: { referralCode?: string }) => {
  const plan = await planAt(stage, family);
  const reply = await stage.call(
    checkFamily,
    { planId: plan.id, members: [...family.members], ...link },
    family.openid,
  );
  return reply.ok
    ? (reply.data as { startDay: string }).startDay
    : reply.error.fields?.map(({ code }) => code);
};
const bought = async (family: CastHousehold) => {
  const plan = await planAt(stage, family);
  return stage.call(buyCover, { ...orderInput(family, plan), referralCode: LINK }, family.openid);
};

describe('a campaign that begins cover on a day', () => {
  it('tells the true first day when the family asks', async () => {
    expect(await checked(newFamily(), { referralCode: LINK })).toBe(campaignDay);
    expect(await checked(newFamily(), {})).toBe(addDays(today, 1));
  });

  it('takes a child that is old enough by then, when it is asked for and when it is bought', async () => {
    const family = withNewborn();
    expect(await checked(family, {})).toEqual(['MEMBER_TOO_YOUNG']);
    expect(await checked(family, { referralCode: LINK })).toBe(campaignDay);
    const reply = await bought(family);
    expect(reply).toMatchObject({ ok: true, data: { order: { startDay: campaignDay } } });
    if (!reply.ok) return;
    const { order, payment } = buyCover.output.parse(reply.data);
    if (payment === null) throw new Error('no payment was opened');
    await stage.cashier(payment, family.openid, 'pay');
    const paid = await stage.ask(confirmPayment, { orderId: order.orderId }, family.openid);
    const { policy } = await stage.ask(getPolicy, { policyId: paid.order.policyId ?? '' }, family.openid);
    expect([policy.startDay, policy.insured.length]).toEqual([campaignDay, 4]);
  });

  it('has who comes of age before that day sign, and keeps that as their own consent', async () => {
    const family = familyWith((members) =>
      members.map((member) =>
        member.relation === 'son'
          ? { ...member, idNumber: idNumberFor(addYears(addDays(today, 20), -18), 95) }
          : member,
      ),
    );
    expect(await bought(family)).toMatchObject({ error: { code: 'SIGNATURE_MISSING' } });
    const input = { ...orderInput(family, await planAt(stage, family)), referralCode: LINK };
    const signatures = [...input.signatures, { memberIndex: 2, strokes: SIGNATURE }];
    const { order } = await stage.ask(buyCover, { ...input, signatures }, family.openid);
    const stored = await stage.workshop.read.orders.get(order.orderId);
    expect(stored?.consents.map((consent) => consent?.by)).toEqual(['signature', 'signature', 'signature']);
  });

  it('refuses who is too old by then before anything is paid', async () => {
    const family = withAgeingHolder();
    expect(await checked(family, {})).toBe(addDays(today, 1));
    expect(await checked(family, { referralCode: LINK })).toEqual(['MEMBER_TOO_OLD']);
    expect(await bought(family)).toMatchObject({ error: { code: 'MEMBER_TOO_OLD' } });
  });
});
