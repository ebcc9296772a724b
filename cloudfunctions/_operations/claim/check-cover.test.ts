import { checkCover, type KnownPerson } from '../../../shared/claim/check-cover.contract';
import type { InputOf, OutputOf } from '../../../shared/contract/contract';
import { keepHousehold } from '../../../shared/household/keep-household.contracts';
import type { MemberInput } from '../../../shared/household/member.schema';
import { addNewborn } from '../../../shared/policy/add-newborn.contracts';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { WANG, ZHANG, type CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, DAY_MS, instantAt } from '../../../shared/time/china-day';
import { hires } from '../../_tools/testing/claims';
import { buysCover, newFamily, planAt } from '../../_tools/testing/families';
import { fundedRoster, SECOND_CASHIER } from '../../_tools/testing/rosters';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { issueRosters } from '../sponsor/issue-rosters';
import { answeringPolicies } from './answering-policies';

type Answer = OutputOf<typeof checkCover>['policies'][number];

/** Four families that were covered from the same day on. */
const [ZHAO, LEAVER, RELATIVE, PROBER] = [newFamily(), newFamily(), newFamily(), newFamily()];
const memberOf = ({ members }: CastHousehold, position: number): MemberInput => {
  const member = members[position];
  if (!member) throw new Error('no such member');
  return member;
};
const wife = memberOf(ZHAO, 1);

let stage: Stage;
let wang: string;
let wangToo: string;
let zhang: string;
let zhao: string;
let leaver: string;
/** First day of cover. */
let firstDay: string;

/** The treasury gives somebody a policy of a household of their own. */
const gives = async (priceFen: number, member: MemberInput): Promise<void> => {
  const { id } = await planAt(stage, ZHAO, priceFen);
  const plan = await stage.workshop.read.plans.get(id);
  if (!plan) throw new Error('no plan');
  const household = { members: [{ ...member, relation: 'self' as const }], phone: ZHAO.phone };
  await fundedRoster(stage, { plan, families: [household] });
  await issueRosters(stage.workshop);
};

beforeAll(async () => {
  stage = await setStage();
  await hires(stage, SECOND_CASHIER.openid, ['cashier']);
  wang = await buysCover(stage, WANG);
  wangToo = await buysCover(stage, WANG, 200_00);
  zhang = await buysCover(stage, ZHANG);
  zhao = await buysCover(stage, ZHAO);
  leaver = await buysCover(stage, LEAVER);
  await buysCover(stage, RELATIVE);
  await buysCover(stage, PROBER);
  // Her employer's, in a household of its own; nobody has opened it.
  await gives(200_00, wife);
  firstDay = addDays(chinaDayOf(stage.cloud.clock.now()), 1);
  await stage.cloud.clock.moveTo(instantAt(firstDay, '10:00') + 60 * DAY_MS);
});
afterAll(() => stage.close());

const today = (): string => chinaDayOf(stage.cloud.clock.now());
const on = (policyId: string, position: number): KnownPerson => ({ from: 'policy', policyId, position });
const remembered = (position: number): KnownPerson => ({ from: 'household', position });
const check = (person: KnownPerson, day: string, openid: string) =>
  stage.ask(checkCover, { person, day }, openid);
const answersOf = async (person: KnownPerson, day: string, openid: string): Promise<Answer[]> =>
  (await check(person, day, openid)).policies;
const refusal = async (input: InputOf<typeof checkCover>, openid = WANG.openid) => {
  const reply = await stage.call(checkCover, input, openid);
  return reply.ok ? 'ok' : [reply.error.code, ...(reply.error.fields ?? []).map(({ path }) => path)];
};
const keeps = (family: CastHousehold, ...members: readonly MemberInput[]) =>
  stage.ask(
    keepHousehold,
    { requestId: requestIdForTest(), members: [...members], phone: family.phone, contact: null },
    family.openid,
  );

describe('was I covered that day', () => {
  it('finds every policy of the household that answers, with what each covers for the person', async () => {
    const { personName, policies } = await check(on(wang, 0), today(), WANG.openid);
    expect(personName).toBe('王建国');
    expect(policies).toMatchObject([
      {
        policyId: expect.stringMatching(/^pol_/) as string,
        answer: 'answers',
        whyNot: null,
        elsewhere: false,
        hotline: '95519',
      },
      { answer: 'answers' },
    ]);
    expect(policies.map(({ policyId }) => policyId).sort()).toEqual([wang, wangToo].sort());
    const one = policies.find(({ policyId }) => policyId === wang);
    expect(one?.covers).toMatchObject({
      accident: { shareFen: 66_666_67, leftFen: 66_666_67, consentAwaited: false },
      medical: { limitFen: 12_000_00, leftFen: 12_000_00, deductibleFen: 100_00 },
      allowance: null,
      illness: null,
    });
    const two = policies.find(({ policyId }) => policyId === wangToo);
    expect(two?.covers).toMatchObject({ allowance: { perDayFen: 50_00, waitingDays: 3 } });
  });

  it('from the first day on, not the day before, and says why not', async () => {
    const answers = async (day: string) =>
      (await answersOf(on(wang, 0), day, WANG.openid)).map(({ answer }) => answer);
    expect(await answers(firstDay)).toEqual(['answers', 'answers']);
    expect(await answers(addDays(firstDay, -1))).toEqual(['notStarted', 'notStarted']);
    const [why] = await answersOf(on(wang, 0), addDays(firstDay, -1), WANG.openid);
    expect(why).toMatchObject({ covers: null, whyNot: expect.stringContaining('那天还没有开始') as string });
  });

  it('finds the policy of somebody else`s household, after the own, without saying whose it is', async () => {
    const answers = await answersOf(on(zhao, 1), today(), ZHAO.openid);
    expect(answers.map(({ policyId }) => policyId)).toEqual([zhao, null]);
    expect(answers[1]).toMatchObject({
      answer: 'answers',
      covers: { accident: { shareFen: 400_000_00, leftFen: 400_000_00, consentAwaited: true } },
    });
    // Only on the days that it answers: that it did not begin yet is for its own household.
    expect(await answersOf(on(zhao, 1), addDays(firstDay, -1), ZHAO.openid)).toHaveLength(1);
    // And for her alone.
    expect(await answersOf(on(zhao, 0), today(), ZHAO.openid)).toHaveLength(1);
  });

  it('through the day of a cancellation, and not after it', async () => {
    const asked = { policyId: leaver };
    const { cancellation } = await stage.ask(previewCancellation, asked, LEAVER.openid);
    const input = { requestId: requestIdForTest(), ...asked, refundFen: cancellation.refundFen };
    await stage.ask(cancelPolicy, input, LEAVER.openid);
    const day = today();
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + DAY_MS);
    const answer = async (when: string) => (await answersOf(on(leaver, 0), when, LEAVER.openid))[0];
    expect(await answer(day)).toMatchObject({ answer: 'answers' });
    expect(await answer(addDays(day, 1))).toMatchObject({
      answer: 'cancelled',
      lastDay: day,
      whyNot: expect.stringContaining('已经退保') as string,
    });
  });

  it('a newborn from the day of listing on; the others before it by the larger shares of then', async () => {
    const birthDay = addDays(today(), -29);
    const child = { name: '张小宝', idNumber: idNumberFor(birthDay, 51), relation: 'son' } as const;
    await stage.ask(addNewborn, { requestId: requestIdForTest(), policyId: zhang, child }, ZHANG.openid);
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + DAY_MS);
    const [before] = await answersOf(on(zhang, 4), addDays(today(), -1), ZHANG.openid);
    expect(before).toMatchObject({ answer: 'listedLater', covers: null });
    const shareOn = async (position: number, day: string) =>
      (await answersOf(on(zhang, position), day, ZHANG.openid))[0]?.covers?.accident?.shareFen;
    expect(await shareOn(4, today())).toBe(40_000_00);
    expect(await shareOn(0, addDays(today(), -1))).toBe(50_000_00);
    expect(await refusal({ person: on(zhang, 4), day: addDays(birthDay, -1) }, ZHANG.openid)).toEqual([
      'ACCIDENT_BEFORE_BIRTH',
      'day',
    ]);
  });

  it('refuses a day to come, and a person or a policy that is not theirs', async () => {
    const day = today();
    expect(await refusal({ person: on(wang, 0), day: addDays(day, 1) })).toEqual([
      'ACCIDENT_IN_FUTURE',
      'day',
    ]);
    expect(await refusal({ person: on(wang, 3), day })).toEqual(['PERSON_NOT_INSURED', 'person']);
    expect(await refusal({ person: remembered(9), day })).toEqual(['PERSON_NOT_INSURED', 'person']);
    expect(await refusal({ person: on(zhang, 0), day })).toEqual(['POLICY_NOT_FOUND']);
    expect(await refusal({ person: remembered(0), day }, 'o-nobody')).toEqual([
      'PERSON_NOT_INSURED',
      'person',
    ]);
  });
});

describe('somebody who is remembered, and on no policy of the household', () => {
  const son = { name: '赵小海', idNumber: idNumberFor('2015-01-01', 71), relation: 'son' } as const;

  it('is covered by nothing, which is an answer', async () => {
    await keeps(ZHAO, memberOf(ZHAO, 0), son);
    const { personName, policies } = await check(remembered(1), today(), ZHAO.openid);
    expect([personName, policies]).toEqual(['赵小海', []]);
  });

  it('is found elsewhere by name and number together, without what is left, which tells what was paid', async () => {
    const self = memberOf(RELATIVE, 0);
    await keeps(RELATIVE, self, { ...wife, relation: 'spouse' });
    const found = await answersOf(remembered(1), today(), RELATIVE.openid);
    expect(found.map(({ policyId, answer }) => [policyId, answer])).toEqual([
      [null, 'answers'],
      [null, 'answers'],
    ]);
    for (const { covers } of found) {
      expect(covers).toMatchObject({ accident: { leftFen: null }, medical: { leftFen: null } });
    }
    await keeps(RELATIVE, self, { ...wife, name: '钱大花', relation: 'spouse' });
    expect(await answersOf(remembered(1), today(), RELATIVE.openid)).toEqual([]);
  });

  it('may be asked about again and again, but only five persons a day', async () => {
    const asksAbout = async (sequence: number) => {
      await keeps(PROBER, memberOf(PROBER, 0), { ...son, idNumber: idNumberFor('2015-01-01', sequence) });
      return refusal({ person: remembered(1), day: today() }, PROBER.openid);
    };
    for (const sequence of [101, 101, 103, 105, 107, 109, 101]) expect(await asksAbout(sequence)).toBe('ok');
    expect(await asksAbout(111)).toEqual(['TOO_MANY_TRIES']);
    // Who stands on the family's own policy is not counted.
    expect(await refusal({ person: remembered(0), day: today() }, PROBER.openid)).toBe('ok');
  });
});

it('what answers is one list, the household`s own first, whoever asks', async () => {
  const { workshop } = stage;
  const found = async (householdId: string) =>
    (await answeringPolicies(workshop, householdId, wife, stage.cloud.clock.now())).map(
      (policy) => policy.id,
    );
  const ownId = (await workshop.read.policies.get(zhao))?.householdId ?? '';
  const own = await found(ownId);
  expect(own).toHaveLength(2);
  expect(own[0]).toBe(zhao);
  expect([...(await found('hh_another'))].sort()).toEqual([...own].sort());
});
