import type { KnownPerson } from '../../../shared/claim/check-cover.contract';
import { estimateClaim } from '../../../shared/claim/estimate-claim.contract';
import type { RoughFigure } from '../../../shared/claim/estimate';
import { previewAssessment } from '../../../shared/claim/move-case.contracts';
import type { InputOf } from '../../../shared/contract/contract';
import { keepHousehold } from '../../../shared/household/keep-household.contracts';
import type { MemberInput } from '../../../shared/household/member.schema';
import { HANDLER, WANG, ZHANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, DAY_MS, instantAt } from '../../../shared/time/china-day';
import { EXAMPLE_BILLS, filedClaim, hires, registeredCase } from '../../_tools/testing/claims';
import { buysCover, newFamily, planAt } from '../../_tools/testing/families';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { personKeyOf } from '../policy/person-key';
import { issueRosters } from '../sponsor/issue-rosters';
import { accidentIdOf } from './accident-of-claim';
import { noonOf } from './check-cover';

const ZHAO = newFamily();
const [, wife] = ZHAO.members;
if (!wife) throw new Error('a family without a wife');

let stage: Stage;
let wang: string;
let zhang: string;
let zhao: string;
let firstDay: string;
let today: string;

beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  wang = await buysCover(stage, WANG);
  await buysCover(stage, WANG, 200_00);
  zhang = await buysCover(stage, ZHANG);
  zhao = await buysCover(stage, ZHAO);
  const { id } = await planAt(stage, ZHAO, 200_00);
  const plan = await stage.workshop.read.plans.get(id);
  if (!plan) throw new Error('no plan');
  const household = { members: [{ ...wife, relation: 'self' as const }], phone: ZHAO.phone };
  await fundedRoster(stage, { plan, families: [household] });
  await issueRosters(stage.workshop);
  firstDay = addDays(chinaDayOf(stage.cloud.clock.now()), 1);
  await stage.cloud.clock.moveTo(instantAt(firstDay, '10:00') + 40 * DAY_MS);
  today = chinaDayOf(stage.cloud.clock.now());
});
afterAll(() => stage.close());

const on = (policyId: string, position: number): KnownPerson => ({ from: 'policy', policyId, position });
const bill = (billFen: number, paidByOthersFen = 0): RoughFigure => ({
  kind: 'medical',
  billFen,
  afterSocialInsurance: paidByOthersFen > 0,
  paidByOthersFen,
});
const estimate = (person: KnownPerson, openid: string, ...figures: RoughFigure[]) =>
  stage.ask(estimateClaim, { person, day: today, figures }, openid);
const totals = async (person: KnownPerson, openid: string, ...figures: RoughFigure[]) => {
  const { parts, totalFen } = await estimate(person, openid, ...figures);
  expect(parts.reduce((sum, part) => sum + part.totalFen, 0)).toBe(totalFen);
  return parts.map((part) => part.totalFen);
};

describe('an estimate', () => {
  it('is what the desk works out of the same bill', async () => {
    const claimId = await filedClaim(stage, ZHANG, zhang);
    await registeredCase(stage, claimId);
    const desk = await stage.ask(previewAssessment, { claimId, facts: EXAMPLE_BILLS }, HANDLER.openid);
    const { parts, totalFen, isSample } = await estimate(
      on(zhang, 0),
      ZHANG.openid,
      bill(3_860_50, 1_200_00),
    );
    expect(totalFen).toBe(desk.statement.totalFen);
    expect(parts.map(({ formula }) => formula)).toEqual(desk.statement.parts.map(({ formula }) => formula));
    expect([totalFen, isSample]).toEqual([2_304_45, false]);
  });

  it('stacks the policies of one household, and medical money pays no more than was spent', async () => {
    expect(await totals(on(wang, 0), WANG.openid, { kind: 'death' })).toEqual([66_666_67, 133_333_34]);
    const medical = await totals(on(wang, 0), WANG.openid, bill(3_860_50, 1_200_00));
    expect(medical).toHaveLength(2);
    expect((await estimate(on(wang, 0), WANG.openid, { kind: 'death' })).isSample).toBe(true);
    expect(medical[0]).toBe(2_304_45);
    expect((medical[0] ?? 0) + (medical[1] ?? 0)).toBeLessThanOrEqual(2_660_50);
  });

  it('counts a policy that somebody else holds for the person', async () => {
    expect(await totals(on(zhao, 1), ZHAO.openid, { kind: 'death' })).toEqual([66_666_67, 400_000_00]);
    expect(await totals(on(zhao, 0), ZHAO.openid, { kind: 'death' })).toEqual([66_666_67]);
  });

  it('goes by what is left, and by what the same accident bore of the deductible', async () => {
    const policy = await stage.workshop.read.policies.get(zhao);
    const [father] = ZHAO.members;
    if (!policy || !father) throw new Error('no policy');
    await stage.workshop.write((tx) => tx.policies.put({ ...policy, medicalPaidFen: 11_500_00 }));
    expect(await totals(on(zhao, 0), ZHAO.openid, bill(10_000_00))).toEqual([500_00]);
    await stage.workshop.write((tx) => tx.policies.put(policy));

    expect(await totals(on(zhao, 0), ZHAO.openid, bill(1_100_00))).toEqual([800_00]);
    const personKey = personKeyOf(stage.workshop.vault, father.idNumber);
    const id = accidentIdOf(zhao, { personKey, accidentAt: noonOf(today) });
    const claims = { medical: null, allowance: null, disability: null, death: null, illness: null };
    await stage.workshop.write((tx) =>
      tx.accidents.create({ id, policyId: zhao, claims, deductibleBorneFen: 100_00 }),
    );
    expect(await totals(on(zhao, 0), ZHAO.openid, bill(1_100_00))).toEqual([880_00]);
  });

  it('takes several benefits at once, each by the policies that have it', async () => {
    const { parts } = await estimate(
      on(wang, 0),
      WANG.openid,
      { kind: 'allowance', days: 10 },
      { kind: 'disability', grade: 8 },
    );
    expect(parts.map(({ benefit, totalFen }) => [benefit, totalFen])).toEqual([
      ['allowance', 350_00],
      ['disability', 20_000_00],
      ['disability', 40_000_00],
    ]);
  });

  it('leaves nothing behind', async () => {
    const { read } = stage.workshop;
    const left = async () => [
      await read.policies.get(wang),
      (await read.claims.find({ where: { householdId: { gte: '' } }, limit: 100 })).length,
      (await read.accidents.find({ where: { policyId: { gte: '' } }, limit: 100 })).length,
      (await read.auditRows.find({ where: { chain: { gte: '' } }, limit: 1000 })).length,
    ];
    const before = await left();
    await estimate(on(wang, 0), WANG.openid, bill(5_000_00));
    expect(await left()).toEqual(before);
  });
});

describe('an estimate is refused', () => {
  const refusal = async (change: Partial<InputOf<typeof estimateClaim>>, openid = WANG.openid) => {
    const input = { person: on(wang, 0), day: today, figures: [bill(1_000_00)], ...change };
    const reply = await stage.callRaw('estimateClaim', input, openid);
    return reply.ok
      ? 'ok'
      : [reply.error.code, ...(reply.error.fields ?? []).map(({ path, message }) => `${path} ${message}`)];
  };
  const codeOf = async (...asked: Parameters<typeof refusal>) => (await refusal(...asked))[0];

  it.each([
    ['negative', -1],
    ['with three decimals', 100.5],
    ['above any figure', 1e15],
  ])('for an amount that is %s', async (_what, billFen) => {
    expect(await codeOf({ figures: [bill(billFen)] })).toBe('INVALID_INPUT');
  });

  it('for more than a million yuan, and for more paid by others than the bill, at the place', async () => {
    expect(await refusal({ figures: [bill(100_000_001)] })).toEqual([
      'AMOUNT_INVALID',
      expect.stringMatching(/^figures\.0\.billFen .*一百万/),
    ]);
    expect(await refusal({ figures: [bill(1_000_00, 1_000_01)] })).toEqual([
      'AMOUNT_INVALID',
      expect.stringMatching(/^figures\.0\.paidByOthersFen 报销的钱不会比总费用还多/),
    ]);
  });

  it('for a day outside cover, to come, or before birth', async () => {
    expect(await codeOf({ day: addDays(firstDay, -1) })).toBe('NOT_COVERED_THAT_DAY');
    expect(await codeOf({ day: addDays(today, 1) })).toBe('ACCIDENT_IN_FUTURE');
    expect(await codeOf({ day: '1979-03-14' })).toBe('ACCIDENT_BEFORE_BIRTH');
  });

  it('for what no policy of the day covers', async () => {
    expect(await refusal({ figures: [{ kind: 'illness' }] })).toEqual([
      'KIND_NOT_COVERED',
      'figures.0.kind 那天的保障不保“得了重病（重大疾病）”。',
    ]);
  });

  it('for somebody who stands on no policy of the household, though another household insures them', async () => {
    const person: KnownPerson = { from: 'household', position: 1 };
    const self = ZHANG.members[0];
    const members: MemberInput[] = self ? [self, { ...wife, relation: 'spouse' }] : [];
    const kept = { requestId: requestIdForTest(), members, phone: ZHANG.phone, contact: null };
    await stage.ask(keepHousehold, kept, ZHANG.openid);
    expect(await codeOf({ person }, ZHANG.openid)).toBe('PERSON_NOT_INSURED');
    const stranger = { name: '张小海', idNumber: idNumberFor('2015-01-01', 71), relation: 'son' } as const;
    const again = { ...kept, requestId: requestIdForTest(), members: self ? [self, stranger] : [] };
    await stage.ask(keepHousehold, again, ZHANG.openid);
    expect(await codeOf({ person }, ZHANG.openid)).toBe('PERSON_NOT_INSURED');
    expect(await codeOf({ person: on(wang, 0) }, ZHANG.openid)).toBe('POLICY_NOT_FOUND');
  });
});
