import { addNewborn, previewNewborn } from '../../../shared/policy/add-newborn.contracts';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { listMyMessages } from '../../../shared/message/list-my-messages.contract';
import { getHousehold } from '../../../shared/household/get-household.contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import { sumOf } from '../../../shared/money/fen';
import { WANG, ZHANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, DAY_MS } from '../../../shared/time/china-day';
import { assessedCase, claimInput, coveredFamilies, filedClaim, gradeOf } from '../../_tools/testing/claims';
import { newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { nameKeyOf, personKeyOf } from './person-key';

let stage: Stage;
let wang: string;
let zhang: string;
let zhao: string;
const ZHAO = newFamily();
beforeAll(async () => {
  stage = await setStage();
  [wang = '', zhang = '', zhao = ''] = await coveredFamilies(stage, WANG, ZHANG, ZHAO);
  await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 60 * DAY_MS);
});
afterAll(() => stage.close());

const today = () => chinaDayOf(stage.cloud.clock.now());
const childBorn = (birthDay: string, changes: Partial<MemberInput> = {}): MemberInput => ({
  name: '王小宝',
  idNumber: idNumberFor(birthDay, 51),
  relation: 'son',
  ...changes,
});
const adding = (child: MemberInput, policyId = wang) => ({ requestId: requestIdForTest(), policyId, child });
const add = (child: MemberInput, policyId = wang, openid = WANG.openid) =>
  stage.call(addNewborn, adding(child, policyId), openid);
const faultsOf = async (child: MemberInput, policyId = wang, openid = WANG.openid) => {
  const reply = await add(child, policyId, openid);
  return reply.ok
    ? []
    : (reply.error.fields ?? [reply.error]).map(
        (fault) => `${'path' in fault ? fault.path : ''} ${fault.code}`,
      );
};
/** 29 days old today: 30 on its first day of cover. */
const born = () => addDays(today(), -29);

describe('adding a newborn during the year', () => {
  it('says beforehand what everybody’s sum becomes', async () => {
    const told = await stage.ask(previewNewborn, { policyId: wang }, WANG.openid);
    expect(told.persons.map(({ beforeFen, afterFen }) => [beforeFen, afterFen])).toEqual([
      [66_666_67, 50_000_00],
      [66_666_67, 50_000_00],
      [66_666_66, 50_000_00],
    ]);
    expect([told.childFen, told.startDay]).toEqual([50_000_00, addDays(today(), 1)]);
  });

  it.each([
    [
      '27 days old on its first day',
      () => childBorn(addDays(today(), -26)),
      'child.idNumber MEMBER_TOO_YOUNG',
    ],
    [
      'a child that could have been listed at the sale',
      () => childBorn(addDays(today(), -300)),
      'child.idNumber NOT_A_NEWBORN',
    ],
    ['a grown son', () => childBorn('1999-01-01'), 'child.idNumber NOT_A_NEWBORN'],
    [
      'a sex that is not the relation’s',
      () => childBorn(born(), { relation: 'daughter' }),
      'child.relation RELATION_INVALID',
    ],
    ['a spouse', () => childBorn('1999-01-01', { relation: 'spouse' }), 'child.relation RELATION_INVALID'],
    [
      'a number that does not exist',
      () => childBorn(born(), { idNumber: '350421209902310019' }),
      'child.idNumber ID_NUMBER_WRONG',
    ],
    ['a name of one letter', () => childBorn(born(), { name: 'a' }), 'child.name NAME_INVALID'],
  ])('refuses %s, at its place', async (_what, child, fault) => {
    expect(await faultsOf(child())).toContain(fault);
  });

  it('refuses an empty name, control characters and days that do not exist, and stores nothing', async () => {
    expect(await faultsOf(childBorn(born(), { name: '' }))).toContain('child.name FIELD_INVALID');
    expect(await faultsOf(childBorn(born(), { name: '王\u0000宝' }))).toContain('child.name FIELD_INVALID');
    const certificate = { idKind: 'birthCertificate', idNumber: 'T350123456', sex: 'male' } as const;
    expect(await faultsOf(childBorn(born(), { ...certificate, birthDay: '2026-02-30' }))).toContain(
      'child.birthDay FIELD_INVALID',
    );
    const { policy } = await stage.ask(getPolicy, { policyId: wang }, WANG.openid);
    expect(policy.insured.length).toBe(3);
  });

  it('takes full-width digits, splits the sum anew, keeps who was listed when, and tells the family', async () => {
    const wide = idNumberFor(born(), 51).replace(/\d/g, (digit) =>
      String.fromCharCode(digit.charCodeAt(0) + 0xfee0),
    );
    const request = adding(childBorn(born(), { idNumber: wide }));
    const first = await stage.ask(addNewborn, request, WANG.openid);
    expect(await stage.ask(addNewborn, request, WANG.openid)).toEqual(first);
    expect(first.policy.insured.map(({ accidentShareFen }) => accidentShareFen)).toEqual(
      Array(4).fill(50_000_00),
    );
    const stored = await stage.workshop.read.policies.get(wang);
    expect(stored?.additions.map(({ sharesBefore }) => sharesBefore)).toEqual([
      [66_666_67, 66_666_67, 66_666_66],
    ]);
    expect(sumOf(stored?.insured.map(({ accidentShareFen }) => accidentShareFen) ?? [])).toBe(200_000_00);
    expect(stored?.insured[3]?.consent?.by).toBe('parent');
    const remembered = await stage.ask(getHousehold, {}, WANG.openid);
    expect(JSON.stringify(remembered)).toContain('王小宝');
    const { messages } = await stage.ask(listMyMessages, {}, WANG.openid);
    expect(messages[0]?.body).toContain('4 人平分');
    expect(await stage.workshop.read.auditRows.find({ where: { chain: wang }, limit: 20 })).toContainEqual(
      expect.objectContaining({ action: 'policy.extended' }),
    );
    const entries = await stage.workshop.read.ledger.find({ where: { subject: wang }, limit: 20 });
    expect(entries.map(({ kind }) => kind)).toEqual(['policyIssued']);
  });

  it('does not take the same child twice, and another family not at all', async () => {
    expect(await faultsOf(childBorn(born()))).toContain('child.idNumber ID_NUMBER_REPEATED');
    const twin = childBorn(born(), { name: '王小宝' });
    expect(await faultsOf(twin, zhang, ZHANG.openid)).toContain('child.idNumber MEMBER_ALREADY_INSURED');
    expect(await faultsOf(childBorn(born()), zhang, WANG.openid)).toEqual([' POLICY_NOT_FOUND']);
  });

  it('refuses a child who passes the law’s cap with what others pay, with the limit', async () => {
    const child = childBorn(born(), { idNumber: idNumberFor(born(), 61), otherDeathCoverFen: 150_000_01 });
    const reply = await add(child, zhao, ZHAO.openid);
    expect(reply).toMatchObject({
      error: { code: 'MINOR_COVER_EXCEEDED', fields: [{ path: 'child.otherDeathCoverFen' }] },
    });
    expect(JSON.stringify(reply)).toContain('200,000 元');
    const { policy } = await stage.ask(getPolicy, { policyId: zhao }, ZHAO.openid);
    expect(policy.insured.length).toBe(3);
  });

  it('counts what the child holds with us under other plans; the sums are for who knows its name', async () => {
    const idNumber = idNumberFor(born(), 63);
    const { vault, write } = stage.workshop;
    const period = {
      policyId: 'pol_of_another_plan',
      startAt: 1.6e12,
      endAt: 4e12,
      accidentShareFen: 150_000_01,
    };
    await write((tx) =>
      tx.minorCovers.put({
        id: personKeyOf(vault, idNumber),
        nameKey: nameKeyOf(vault, '赵小宝', idNumber),
        periods: [period],
      }),
    );
    const told = async (name: string) =>
      JSON.stringify(await add(childBorn(born(), { idNumber, name }), zhao, ZHAO.openid));
    expect(await told('赵小宝')).toContain('已有 150,000.01 元');
    const stranger = await told('钱小宝');
    expect(stranger).toContain('MINOR_COVER_EXCEEDED');
    expect(stranger).not.toContain('150,000');
  });

  it('counts the child among the insured, so that the figures add up and a cancellation takes off whom they hold', async () => {
    const { insured = [] } = (await stage.workshop.read.policies.get(wang)) ?? {};
    const events = await stage.workshop.read.figureEvents.find({ where: { folded: false }, limit: 500 });
    const own = events.filter(({ subject }) => subject === wang);
    expect(sumOf(own.map(({ adds }) => adds.insured))).toBe(insured.length);
    expect(insured.length).toBeGreaterThan(3);
  });

  it('judges an accident of before by the list of then: the child has no claim', async () => {
    const day = addDays(today(), -3);
    const changes = { accidentDay: day, personIndex: 3 };
    await expect(filedClaim(stage, WANG, wang, changes)).rejects.toThrow('NOT_COVERED_THAT_DAY');
  });

  it('refuses while a disability claim is open, and lets a medical one be', async () => {
    await filedClaim(stage, ZHANG, zhang);
    expect(await stage.call(previewNewborn, { policyId: zhang }, ZHANG.openid)).toMatchObject({ ok: true });
    await filedClaim(stage, ZHANG, zhang, { ...(await claimInput(stage, ZHANG, zhang)), kind: 'disability' });
    expect(
      await faultsOf(childBorn(born(), { idNumber: idNumberFor(born(), 77) }), zhang, ZHANG.openid),
    ).toEqual([' ADD_HAS_CLAIM']);
  });

  it('refuses while the desk finds a disability in a claim for medical bills', async () => {
    const claimId = await filedClaim(stage, WANG, wang);
    const facts = gradeOf(9, today());
    expect(await stage.call(previewNewborn, { policyId: wang }, WANG.openid)).toMatchObject({ ok: true });
    await assessedCase(stage, claimId, facts);
    const refusal = { error: { code: 'ADD_HAS_CLAIM' } };
    expect(await stage.call(previewNewborn, { policyId: wang }, WANG.openid)).toMatchObject(refusal);
  });

  it('refuses where the plan admits nobody during the year', async () => {
    const policy = await stage.workshop.read.policies.get(zhao);
    const plan = await stage.workshop.read.plans.get(policy?.planId ?? '');
    if (!plan) throw new Error('no plan');
    await stage.workshop.write((tx) => tx.plans.put({ ...plan, admitsNewborns: false }));
    expect(await stage.call(previewNewborn, { policyId: zhao }, ZHAO.openid)).toMatchObject({
      error: { code: 'NEWBORN_NOT_ADMITTED' },
    });
    await stage.workshop.write((tx) => tx.plans.put(plan));
  });

  it('is over on the last day of cover, which leaves the child none', async () => {
    const { endAt = 0 } = (await stage.workshop.read.policies.get(zhao)) ?? {};
    await stage.cloud.clock.moveTo(endAt - DAY_MS);
    const refusal = { error: { code: 'POLICY_OVER' } };
    expect(await stage.call(previewNewborn, { policyId: zhao }, ZHAO.openid)).toMatchObject(refusal);
    expect(await add(childBorn(born()), zhao, ZHAO.openid)).toMatchObject(refusal);
  });
});
