import type { OutputOf } from '../../../shared/contract/contract';
import { checkFamily } from '../../../shared/household/check-family.contract';
import { forgetHousehold, keepHousehold } from '../../../shared/household/keep-household.contracts';
import { getHome } from '../../../shared/household/get-home.contract';
import { getHousehold } from '../../../shared/household/get-household.contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { buyCover } from '../../../shared/order/buy-cover.contract';
import { listMyPolicies } from '../../../shared/policy/list-my-policies.contract';
import { listPlans } from '../../../shared/product/list-plans.contract';
import { listRegions } from '../../../shared/region/list-regions.contract';
import { PLACE, WANG, type CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, addYears, chinaDayOf, MINUTE_MS } from '../../../shared/time/china-day';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

describe('the cascade of regions', () => {
  it('leads from province to village, one list at a time', async () => {
    let parentCode: string | null = null;
    const way: string[] = [];
    for (const wanted of ['福建省', '三明市', '明溪县', '城关乡', '坪埠村']) {
      const below: OutputOf<typeof listRegions> = await stage.ask(listRegions, { parentCode }, WANG.openid);
      const found = below.regions.find(({ name }) => name === wanted);
      way.push(found?.level ?? '');
      parentCode = found?.code ?? '';
    }
    expect(way).toEqual(['province', 'city', 'county', 'township', 'village']);
    expect(parentCode).toBe(PLACE.village);
  });

  it('has nothing below a village, a place that is not open, or one that does not exist', async () => {
    for (const parentCode of [PLACE.village, '430000', '999999']) {
      expect(await stage.ask(listRegions, { parentCode }, WANG.openid)).toEqual({ regions: [] });
    }
  });
});

describe('a family without a link', () => {
  it('buys in the village that it chose', async () => {
    const family = newFamily();
    const { plans, villageName } = await stage.ask(listPlans, { villageCode: PLACE.village }, family.openid);
    const [plan] = plans;
    if (!plan) throw new Error('no plan');
    expect(villageName).toBe('坪埠村');
    const { referralCode: _link, ...input } = orderInput(family, plan);
    await stage.ask(buyCover, { ...input, villageCode: PLACE.village }, family.openid);
    const [order] = await stage.workshop.read.orders.find({ where: { openid: family.openid }, limit: 1 });
    expect(order).toMatchObject({ regionCode: PLACE.village, referralCode: null });
  });

  it.each([
    ['a township', PLACE.township],
    ['no place at all', '999999999999'],
  ])('is refused %s', async (_what, villageCode) => {
    const family = newFamily();
    const { referralCode: _link, ...input } = orderInput(family, await planAt(stage, family));
    const refused = { error: { code: 'REGION_NOT_FOUND' } };
    expect(await stage.call(buyCover, { ...input, villageCode }, family.openid)).toMatchObject(refused);
    expect(await stage.call(listPlans, { villageCode }, family.openid)).toMatchObject(refused);
  });
});

const CONTACT = { name: '王小梅', phone: '13850809999', relation: '妹妹' };

describe('the remembered family', () => {
  it('keeps the contact of the purchase until it is changed, with a newborn and a declared sum', async () => {
    const family = newFamily();
    const input = orderInput(family, await planAt(stage, family));
    const newborn: MemberInput = {
      name: '赵小宝',
      idKind: 'birthCertificate',
      idNumber: 'T350123456',
      relation: 'daughter',
      birthDay: addDays(chinaDayOf(stage.cloud.clock.now()), -90),
      sex: 'female',
      otherDeathCoverFen: 100_000_00,
    };
    const members = [...input.members, newborn];
    await stage.ask(buyCover, { ...input, members, contact: CONTACT }, family.openid);
    const { household } = await stage.ask(getHousehold, {}, family.openid);
    expect(household?.contact).toEqual(CONTACT);
    expect(household?.members[3]).toEqual(newborn);

    await stage.ask(buyCover, { ...input, requestId: requestIdForTest() }, family.openid);
    expect((await stage.ask(getHousehold, {}, family.openid)).household?.contact).toEqual(CONTACT);
    const changed = {
      requestId: requestIdForTest(),
      members: input.members,
      phone: '13900000000',
      contact: null,
    };
    await stage.ask(keepHousehold, changed, family.openid);
    expect((await stage.ask(getHousehold, {}, family.openid)).household).toMatchObject({
      phone: '13900000000',
      contact: null,
      members: [{ name: '赵大山' }, { name: '钱小花' }, { name: '赵小山' }],
    });
  });

  it('is forgotten at its wish, and its policies stay', async () => {
    const family = newFamily();
    const policyId = await buysCover(stage, family);
    const forgetting = { requestId: requestIdForTest() };
    await stage.ask(forgetHousehold, forgetting, family.openid);
    await stage.ask(forgetHousehold, forgetting, family.openid);
    expect(await stage.ask(getHousehold, {}, family.openid)).toEqual({ household: null });
    expect(await stage.ask(getHome, {}, family.openid)).toMatchObject({
      familyName: null,
      region: { villageName: '坪埠村' },
      cover: { policyId },
    });
    const { policies } = await stage.ask(listMyPolicies, {}, family.openid);
    expect(policies).toHaveLength(1);
    const [stored] = await stage.workshop.read.households.find({
      where: { openid: family.openid },
      limit: 1,
    });
    expect(stored).toMatchObject({ members: [], phone: '', contact: null });
    const rows = await stage.workshop.read.auditRows.find({ where: { chain: stored?.id ?? '' }, limit: 5 });
    expect(rows.map(({ action }) => action)).toEqual(['household.forgotten']);
  });

  it('is nobody`s before the first purchase, and takes nobody who cannot exist', async () => {
    const family = newFamily();
    const kept = {
      requestId: requestIdForTest(),
      members: [...family.members],
      phone: family.phone,
      contact: CONTACT,
    };
    expect(await stage.call(keepHousehold, kept, family.openid)).toMatchObject({
      error: { code: 'HOUSEHOLD_NOT_FOUND' },
    });
    expect(await stage.ask(forgetHousehold, { requestId: requestIdForTest() }, family.openid)).toEqual({});
    const wrong = { ...kept, members: [{ ...family.members[0], idNumber: '350421' } as MemberInput] };
    expect(await stage.call(keepHousehold, wrong, family.openid)).toMatchObject({
      error: { code: 'ID_NUMBER_WRONG', fields: [{ path: 'members.0.idNumber' }] },
    });
  });
});

describe('bad input of a member and a contact', () => {
  const family = newFamily();
  const checked = async (change: Readonly<Record<string, unknown>>, index = 1) => {
    const { id: planId } = await planAt(stage, family);
    const members = family.members.map((member, position) =>
      position === index ? { ...member, ...change } : member,
    );
    return stage.callRaw('checkFamily', { planId, members }, family.openid);
  };

  it.each([
    ['an empty name', { name: '' }, 'members.1.name'],
    ['blanks', { name: ' \u200b ' }, 'members.1.name'],
    ['Latin letters', { name: 'Qian Xiaohua' }, 'members.1.name'],
    ['an emoji', { name: '钱小花😀' }, 'members.1.name'],
    ['a control character', { name: '钱\u0007小花' }, 'members.1.name'],
    ['a second line', { name: '钱\n小花' }, 'members.1.name'],
    ['31 characters', { name: '钱'.repeat(31) }, 'members.1.name'],
    ['one character', { name: '钱' }, 'members.1.name'],
    ['an empty number', { idNumber: '' }, 'members.1.idNumber'],
    ['15 digits', { idNumber: '350421820303001' }, 'members.1.idNumber'],
    ['a day that does not exist', { idNumber: '350421198202300019' }, 'members.1.idNumber'],
    ['an endless number', { idNumber: '3'.repeat(5_000) }, 'members.1.idNumber'],
    ['letters for a number', { idNumber: '三五零四二一一九八二' }, 'members.1.idNumber'],
    ['an unknown relation', { relation: 'cousin' }, 'members.1.relation'],
    ['a birth day that does not exist', { birthDay: '2026-02-30' }, 'members.1.birthDay'],
    ['a birth day in words', { birthDay: '去年' }, 'members.1.birthDay'],
    ['an unknown sex', { sex: 'x' }, 'members.1.sex'],
    ['a sum below zero', { otherDeathCoverFen: -1 }, 'members.1.otherDeathCoverFen'],
    ['half a fen', { otherDeathCoverFen: 0.5 }, 'members.1.otherDeathCoverFen'],
    ['an unknown document', { idKind: 'passport' }, 'members.1.idKind'],
  ])('is told at the field: %s', async (_what, change, path) => {
    const reply = await checked(change);
    const fields = reply.ok ? [] : (reply.error.fields ?? []);
    expect(fields.find((field) => field.path === path)?.message).toMatch(/[一-鿿]/);
  });

  it('is mended where the meaning is plain: full-width digits, blanks, hyphens, zero widths', async () => {
    const { idNumber = '', name = '' } = family.members[1] ?? {};
    const wide = Array.from(idNumber, (digit) => String.fromCodePoint((digit.codePointAt(0) ?? 0) + 0xfee0));
    const change = {
      idNumber: ` ${wide.slice(0, 6).join('')}-${idNumber.slice(6)}\u200b`,
      name: `\ufeff${name} `,
    };
    expect(await checked(change)).toMatchObject({ ok: true, data: { members: [{}, { name }, {}] } });
  });

  it('refuses a child whose death cover over all insurers passes the cap, at the declaration', async () => {
    const { id: planId } = await planAt(stage, family);
    const child = {
      name: '赵小山',
      relation: 'son' as const,
      idNumber: idNumberFor(addYears(chinaDayOf(stage.cloud.clock.now()), -5), 31),
    };
    const asked = (otherDeathCoverFen: number) => ({
      planId,
      members: [...family.members.slice(0, 2), { ...child, otherDeathCoverFen }],
    });
    expect(await stage.call(checkFamily, asked(133_333_34), family.openid)).toMatchObject({ ok: true });
    expect(await stage.call(checkFamily, asked(133_333_35), family.openid)).toMatchObject({
      error: { code: 'MINOR_COVER_EXCEEDED', fields: [{ path: 'members.2.otherDeathCoverFen' }] },
    });
  });

  it.each([
    ['no name', { ...CONTACT, name: '' }, 'contact.name'],
    ['an emoji for a name', { ...CONTACT, name: '😀' }, 'contact.name'],
    ['Latin letters for a relation', { ...CONTACT, relation: 'sister' }, 'contact.relation'],
    ['a number of 10 digits', { ...CONTACT, phone: '1385080999' }, 'contact.phone'],
    ['a landline', { ...CONTACT, phone: '0598-2812345' }, 'contact.phone'],
    ['no relation', { ...CONTACT, relation: ' ' }, 'contact.relation'],
    ['a novel for a relation', { ...CONTACT, relation: '邻'.repeat(11) }, 'contact.relation'],
  ])('tells of a contact with %s at its field', async (_what, contact, path) => {
    const input = { ...orderInput(family, await planAt(stage, family)), contact };
    const reply = await stage.callRaw('buyCover', input, family.openid);
    expect(reply).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ path }] } });
  });
});

describe('an order that waits', () => {
  const waitingOf = async ({ openid }: CastHousehold) => (await stage.ask(getHome, {}, openid)).waitingOrder;
  const orders = async (family: CastHousehold, priceFen = 100_00) => {
    const { order } = await stage.ask(
      buyCover,
      orderInput(family, await planAt(stage, family, priceFen)),
      family.openid,
    );
    return order;
  };

  it('is shown to its family alone, with what is to be paid and until when', async () => {
    const family = newFamily();
    expect(await waitingOf(family)).toBeNull();
    const { orderId, expiresAt } = await orders(family);
    expect(await waitingOf(family)).toEqual({
      orderId,
      waitsFor: 'payment',
      planName: '家庭意外险 100 元',
      isSample: false,
      ownFen: 100_00,
      expiresAt,
    });
    expect(await waitingOf(newFamily())).toBeNull();
  });

  it('is the newest of several, and none that was left for what the family has bought since', async () => {
    const family = newFamily();
    await orders(family);
    await stage.cloud.clock.advance(MINUTE_MS);
    const second = await orders(family, 200_00);
    expect(await waitingOf(family)).toMatchObject({ orderId: second.orderId, isSample: true });
    await stage.cloud.clock.advance(MINUTE_MS);
    await buysCover(stage, family);
    expect(await waitingOf(family)).toBeNull();
  });

  it('of a grandparent waits for a parent first', async () => {
    const family = newFamily();
    const [self, , child] = family.members;
    if (!self || !child) throw new Error('no family');
    const members: MemberInput[] = [
      { ...self, idNumber: idNumberFor('1962-02-02', 811) },
      { ...child, relation: 'grandson' },
    ];
    await orders({ ...family, members });
    expect(await waitingOf(family)).toMatchObject({ waitsFor: 'parent', ownFen: 100_00 });
  });

  // The clock is a day on from here.
  it('is gone when its time is up, whether a timer has closed it or not', async () => {
    const family = newFamily();
    const { expiresAt } = await orders(family);
    await stage.cloud.clock.moveTo(expiresAt - 3 * MINUTE_MS);
    expect(await waitingOf(family)).toMatchObject({ waitsFor: 'payment' });
    await stage.cloud.clock.moveTo(expiresAt - MINUTE_MS);
    expect(await waitingOf(family)).toBeNull();
  });
});
