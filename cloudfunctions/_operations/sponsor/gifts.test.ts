import type { InputOf } from '../../../shared/contract/contract';
import { openCase } from '../../../shared/claim/open-case.contract';
import { withdrawClaim } from '../../../shared/claim/withdraw-claim.contract';
import { getHome } from '../../../shared/household/get-home.contract';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { GIFT_CORRECTION_DAYS } from '../../../shared/policy/correction';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { findGift, listUntoldGifts, openGift } from '../../../shared/sponsor/gift.contracts';
import { addDays, chinaDayOf, DAY_MS, instantAt } from '../../../shared/time/china-day';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { HANDLER, PLACE, SPECIALIST, type CastHousehold } from '../../../shared/testing/cast';
import { filedClaim, hires } from '../../_tools/testing/claims';
import { newFamily, planAt } from '../../_tools/testing/families';
import { SIGNATURE } from '../../_tools/testing/order-input';
import { TREASURY } from '../../_tools/testing/accepted-roster';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { issueRosters } from './issue-rosters';

let stage: Stage;
let plan: Plan;
beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  const { id } = await planAt(stage, newFamily());
  const found = await stage.workshop.read.plans.get(id);
  if (!found) throw new Error('no plan');
  plan = found;
});
afterAll(() => stage.close());

const headOf = ({ members: [head] }: CastHousehold) => {
  if (!head) throw new Error('no head');
  return { name: head.name, idNumber: head.idNumber };
};
/** Families that the treasury gives a policy, and the roster they stand on. */
const given = async (...families: CastHousehold[]): Promise<string> => {
  const { id } = await fundedRoster(stage, { plan, families });
  await issueRosters(stage.workshop);
  return id;
};
const openingOf = (family: CastHousehold): InputOf<typeof openGift> => ({
  requestId: requestIdForTest(),
  ...headOf(family),
  phone: '13850801111',
  strokes: SIGNATURE,
});
const opened = async (family: CastHousehold): Promise<string> => {
  const { policyIds } = await stage.ask(openGift, openingOf(family), family.openid);
  expect(policyIds).toHaveLength(1);
  return policyIds[0] ?? '';
};
const refused = (code: string) => ({ ok: false, error: { code } });

describe('a gift policy', () => {
  it('is found by name and number of the head, with other names masked', async () => {
    const family = newFamily();
    await given(family);
    const { gifts } = await stage.ask(findGift, headOf(family), family.openid);
    expect(gifts).toMatchObject([
      {
        sponsorName: TREASURY.name,
        premiumFen: 100_00,
        persons: [{ name: '赵大山' }, { name: '钱*花' }, { name: '赵*山' }],
      },
    ]);
    expect(JSON.stringify(gifts)).not.toContain(family.members[1]?.idNumber);
  });

  it('is the household`s once opened: on its first page, with consent of the head and for the minors', async () => {
    const family = newFamily();
    await given(family);
    const policyId = await opened(family);
    const { policy } = await stage.ask(getPolicy, { policyId }, family.openid);
    expect(policy.insured.map(({ consentAwaited }) => consentAwaited)).toEqual([false, true, false]);
    const home = await stage.ask(getHome, {}, family.openid);
    expect(home.cover).toMatchObject({ policyId });
    const stored = await stage.workshop.read.policies.get(policyId);
    expect(stored).toMatchObject({ openid: family.openid, giftKey: null });
    expect(stored?.nextReminderAt).not.toBeNull();
    const order = await stage.workshop.read.orders.get(stored?.orderId ?? '');
    expect(order).toMatchObject({ phone: '13850801111', signatures: [{ memberIndex: 0 }] });
  });

  it('covers a child on it by birth certificate also under its ID number, once it is opened', async () => {
    const family = newFamily();
    const [father, mother] = family.members;
    if (!father || !mother) throw new Error('no parents');
    const birthDay = addDays(chinaDayOf(stage.cloud.clock.now()), -100);
    const born = { birthDay, sex: 'male' } as const;
    const child = { name: '赵小宝', relation: 'son' } as const;
    const certificate = { ...child, ...born, idKind: 'birthCertificate', idNumber: 'T359000001' } as const;
    await given({ ...family, members: [father, certificate] });
    const members = [
      { ...mother, relation: 'self' as const },
      { ...child, idNumber: idNumberFor(birthDay, 901) },
    ];
    const asked = { planId: plan.id, members };
    expect(await stage.call(checkFamily, asked, family.openid)).toMatchObject({ ok: true });
    await opened(family);
    const reply = await stage.call(checkFamily, asked, family.openid);
    expect(reply.ok ? [] : reply.error.fields).toMatchObject([
      { path: 'members.1.idNumber', code: 'MEMBER_ALREADY_INSURED' },
    ]);
  });

  it('is opened once: a repeat gets its first answer, another WeChat nothing', async () => {
    const family = newFamily();
    await given(family);
    const input = openingOf(family);
    const replies = await Promise.all([
      stage.call(openGift, input, family.openid),
      stage.call(openGift, { ...input, requestId: requestIdForTest() }, 'o-neighbour'),
    ]);
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1);
    const [own] = replies;
    if (own?.ok) expect(await stage.call(openGift, input, family.openid)).toEqual(own);
    expect(await stage.call(findGift, headOf(family), 'o-stranger')).toMatchObject(refused('GIFT_NOT_FOUND'));
  });

  it('is told to nobody who knows the number or the name alone, and five persons a day at most', async () => {
    const family = newFamily();
    await given(family);
    const { name, idNumber } = headOf(family);
    const ask = (asked: { name: string; idNumber: string }) => stage.call(findGift, asked, 'o-prober');
    expect(await ask({ name: '赵大海', idNumber })).toMatchObject(refused('GIFT_NOT_FOUND'));
    for (const other of [1, 2, 3, 4].map(() => newFamily())) {
      expect(await ask({ name, idNumber: headOf(other).idNumber })).toMatchObject(refused('GIFT_NOT_FOUND'));
    }
    expect(await ask({ name, idNumber })).toMatchObject(refused('TOO_MANY_TRIES'));
    const opening = await stage.call(openGift, openingOf(family), 'o-prober');
    expect(opening).toMatchObject(refused('TOO_MANY_TRIES'));
    // The same person may be asked about again and again.
    for (let times = 7; times > 0; times -= 1) {
      expect(await stage.call(findGift, { name, idNumber }, family.openid)).toMatchObject({ ok: true });
    }
  });

  it('can be put right before it starts', async () => {
    const family = newFamily();
    await given(family);
    const policyId = await opened(family);
    const input = { requestId: requestIdForTest(), policyId, personIndex: 1, name: '钱小华' };
    const { policy } = await stage.ask(correctInsured, input, family.openid);
    expect(policy.insured[1]).toMatchObject({ name: '钱小华' });
  });

  it('can be put right for some days after it was opened, though it has started, unless somebody has claimed', async () => {
    const [family, claiming] = [newFamily(), newFamily()];
    await given(family, claiming);
    await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(stage.cloud.clock.now()), 20), '10:00'));
    const correction = (policyId: string, name: string) => ({
      requestId: requestIdForTest(),
      policyId,
      personIndex: 1,
      name,
    });
    const policyId = await opened(family);
    const shown = await stage.ask(getPolicy, { policyId }, family.openid);
    expect(shown.policy).toMatchObject({ state: 'active', correctable: true });
    const input = correction(policyId, '钱小华');
    const { policy } = await stage.ask(correctInsured, input, family.openid);
    expect(policy.insured[1]).toMatchObject({ name: '钱小华' });
    expect((await stage.workshop.read.policies.get(policyId))?.corrections).toHaveLength(1);

    const claimed = await opened(claiming);
    await filedClaim(stage, claiming, claimed);
    const late = await stage.call(correctInsured, correction(claimed, '钱小华'), claiming.openid);
    expect(late).toMatchObject(refused('COVER_STARTED'));
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + GIFT_CORRECTION_DAYS * DAY_MS);
    const tooLate = await stage.call(correctInsured, correction(policyId, '钱小花'), family.openid);
    expect(tooLate).toMatchObject(refused('COVER_STARTED'));
    expect(await stage.ask(correctInsured, input, family.openid)).toMatchObject({ policy: { policyId } });
  });

  it('is not put right by its family once somebody has claimed, though nothing came of it', async () => {
    const family = newFamily();
    await given(family);
    await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(stage.cloud.clock.now()), 2), '10:00'));
    const policyId = await opened(family);
    const claimId = await filedClaim(stage, family, policyId);
    const withdrawal = { requestId: requestIdForTest(), claimId, reason: '不报了' };
    await stage.ask(withdrawClaim, withdrawal, family.openid);
    const { idNumber } = headOf(newFamily());
    const correction = {
      requestId: requestIdForTest(),
      policyId,
      personIndex: 0,
      name: family.name,
      idNumber,
    };
    const late = await stage.call(correctInsured, correction, family.openid);
    expect(late).toMatchObject(refused('COVER_STARTED'));
    // The desk still finds the person of the claim on the policy.
    expect(await stage.call(openCase, { claimId }, HANDLER.openid)).toMatchObject({ ok: true });
  });

  it('can be declined: all of it is the sponsor`s again', async () => {
    const family = newFamily();
    const rosterId = await given(family);
    const policyId = await opened(family);
    const { cancellation } = await stage.ask(previewCancellation, { policyId }, family.openid);
    expect(cancellation.refunds).toEqual([{ to: 'government', amountFen: 100_00 }]);
    const input = { requestId: requestIdForTest(), policyId, refundFen: cancellation.refundFen };
    await stage.ask(cancelPolicy, input, family.openid);
    expect((await stage.workshop.read.rosters.get(rosterId))?.money).toEqual({
      pledgedFen: 0,
      usedFen: 100_00,
      returnedFen: 100_00,
    });
    // And another body may pay for the household now.
    const next = await given(family);
    expect((await stage.workshop.read.rosters.get(next))?.issuing).toMatchObject({ issued: 1 });
  });

  it.each([
    ['no name', { name: '' }, 'name'],
    ['a number too long', { idNumber: '1'.repeat(41) }, 'idNumber'],
    ['control characters', { name: '赵\u0000山' }, 'name'],
    ['a phone of ten digits', { phone: '1385080111' }, 'phone'],
    ['a dot for a signature', { strokes: [[[1, 1, 0]]] }, 'strokes'],
    ['an operator', { idNumber: { $ne: '' } }, 'idNumber'],
  ])('is not opened with %s', async (_name, changes, path) => {
    const family = newFamily();
    const reply = await stage.callRaw('openGift', { ...openingOf(family), ...changes }, family.openid);
    expect(reply).toMatchObject({ ok: false, error: { fields: [{ path }] } });
  });

  it('stands on the list of its village until it is opened, masked, and on no other', async () => {
    const family = newFamily();
    await given(family);
    await hires(stage, 'o-next-village', ['specialist'], `${PLACE.township}202`);
    const list = async (openid: string) =>
      (await stage.ask(listUntoldGifts, {}, openid)).villages.flatMap(({ gifts }) => gifts);
    const before = await list(SPECIALIST.openid);
    expect(before[0]).toMatchObject({ holderName: '赵*山', persons: 3, sponsorName: TREASURY.name });
    expect(await list('o-next-village')).toEqual([]);
    const policyId = await opened(family);
    expect(before.map((gift) => gift.policyId)).toContain(policyId);
    expect((await list(SPECIALIST.openid)).map((gift) => gift.policyId)).not.toContain(policyId);
    expect(await stage.call(listUntoldGifts, {}, family.openid)).toMatchObject(refused('FORBIDDEN'));
  });
});

describe('what others pay of a premium', () => {
  it('is shown to who knows the head, and to five askers about others a day', async () => {
    const families = [1, 2, 3, 4, 5, 6].map(() => newFamily());
    await fundedRoster(stage, { plan, families, shareFen: 60_00 });
    await issueRosters(stage.workshop);
    const shown = async (family: CastHousehold, openid: string) => {
      const input = { planId: plan.id, members: [...family.members] };
      return (await stage.ask(checkFamily, input, openid)).payers.map(({ amountFen }) => amountFen);
    };
    for (const family of families.slice(0, 5))
      expect(await shown(family, 'o-curious')).toEqual([60_00, 40_00]);
    const [first, last] = [families[0], families[5]];
    if (!first || !last) throw new Error('no families');
    expect(await shown(last, 'o-curious')).toEqual([100_00]);
    expect(await shown(first, 'o-curious')).toEqual([60_00, 40_00]);
    expect(await shown(last, last.openid)).toEqual([60_00, 40_00]);
  });
});
