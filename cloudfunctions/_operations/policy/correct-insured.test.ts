import { MAX_TRIES_A_DAY } from '../../../shared/household/try-count';
import { cancelPolicy } from '../../../shared/policy/cancel-policy.contracts';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { nameKeyOf, personCoverIdOf, personKeyOf } from './person-key';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true });
});
afterAll(() => stage.close());
beforeEach(() => stage.faults());

const covered = async (family = newFamily()) => ({ family, policyId: await buysCover(stage, family) });
type Covered = Awaited<ReturnType<typeof covered>>;

/** The son of a family, who stands third. */
const SON = 2;
const numberOf = ({ members }: CastHousehold, index = SON): string => members[index]?.idNumber ?? '';

let numbers = 0;
/** A number nobody has, of the same birth day and sex as the son's. */
const freshNumber = (born = '2012-04-04'): string => {
  numbers += 1;
  return idNumberFor(born, 601 + numbers * 2);
};

const input = (
  { policyId }: Covered,
  changes: { name?: string; idNumber?: string; personIndex?: number },
) => ({
  requestId: requestIdForTest(),
  policyId,
  personIndex: SON,
  name: '赵小山',
  ...changes,
});
const correct = (own: Covered, changes: Parameters<typeof input>[1]) =>
  stage.call(correctInsured, input(own, changes), own.family.openid);

const stored = async (policyId: string) => {
  const policy = await stage.workshop.read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  return policy;
};
const periodsUnder = async (idNumber: string, line: string) =>
  (await stage.workshop.read.personCovers.get(personCoverIdOf(stage.workshop.vault, idNumber, line)))
    ?.periods ?? [];

describe('putting a name or number right before cover starts', () => {
  it('changes the policy, moves the cover to the right number, and keeps old and new', async () => {
    const own = await covered();
    const [wrong, right] = [numberOf(own.family), freshNumber()];
    expect(await correct(own, { idNumber: right })).toMatchObject({ ok: true });
    const policy = await stored(own.policyId);
    expect(policy.insured[SON]).toMatchObject({
      name: '赵小山',
      idNumber: right,
      personKey: personKeyOf(stage.workshop.vault, right),
      accidentShareFen: 66_666_66,
    });
    expect(policy.corrections).toEqual([
      {
        at: expect.any(Number) as number,
        personIndex: SON,
        before: { name: '赵小山', idNumber: wrong },
        after: { name: '赵小山', idNumber: right },
      },
    ]);
    expect(await periodsUnder(wrong, policy.line)).toEqual([]);
    expect(await periodsUnder(right, policy.line)).toMatchObject([{ policyId: own.policyId }]);
    const { read } = stage.workshop;
    expect((await read.households.get(policy.householdId))?.members[SON]?.idNumber).toBe(right);
    const rows = await read.auditRows.find({ where: { chain: own.policyId }, limit: 10 });
    expect(rows.map(({ action, actor }) => [action, actor])).toContainEqual([
      'policy.corrected',
      policy.householdId,
    ]);
    const messages = await read.messages.find({ where: { openid: own.family.openid }, limit: 5 });
    expect(messages.map(({ kind }) => kind)).toContain('policyCorrected');
  });

  it('stores old and new sealed: no name and no number can be read in the database', async () => {
    const own = await covered();
    const right = freshNumber();
    await correct(own, { idNumber: right });
    expect((await stored(own.policyId)).corrections).toHaveLength(1);
    const document = JSON.stringify(await stage.workshop.ports.database.get('policies', own.policyId));
    for (const secret of [right, numberOf(own.family), '赵小山']) expect(document).not.toContain(secret);
  });

  it('counts a child’s share under the law’s cap at the right number from then on', async () => {
    const own = await covered();
    const [wrong, right] = [numberOf(own.family), freshNumber()];
    const { read, vault } = stage.workshop;
    const underCap = async (idNumber: string) =>
      (await read.minorCovers.get(personKeyOf(vault, idNumber)))?.periods.map(({ policyId }) => policyId);
    expect(await underCap(wrong)).toEqual([own.policyId]);
    await stage.ask(correctInsured, input(own, { idNumber: right }), own.family.openid);
    expect([await underCap(wrong), await underCap(right)]).toEqual([[], [own.policyId]]);
    await stage.ask(correctInsured, input(own, { idNumber: wrong }), own.family.openid);
    await stage.ask(correctInsured, input(own, { name: '赵晓山' }), own.family.openid);
    expect([await underCap(wrong), await underCap(right)]).toEqual([[own.policyId], []]);
  });

  it('changes a name alone, once for any number of repeats', async () => {
    const own = await covered();
    const body = input(own, { name: '赵晓山' });
    await Promise.all([
      stage.call(correctInsured, body, own.family.openid),
      stage.call(correctInsured, body, own.family.openid),
    ]);
    const { policy } = await stage.ask(correctInsured, body, own.family.openid);
    expect(policy.insured[SON]?.name).toBe('赵晓山');
    expect((await stored(own.policyId)).corrections).toHaveLength(1);
  });

  it('lets the policy be cancelled afterwards, and the person be insured again', async () => {
    const own = await covered();
    const right = freshNumber();
    await correct(own, { idNumber: right });
    const cancel = { requestId: requestIdForTest(), policyId: own.policyId, refundFen: 100_00 };
    await stage.ask(cancelPolicy, cancel, own.family.openid);
    expect(await periodsUnder(right, (await stored(own.policyId)).line)).toEqual([]);
  });

  it('is stored whole or not at all, wherever the function dies', async () => {
    const own = await covered();
    const [wrong, right] = [numberOf(own.family), freshNumber()];
    const body = input(own, { idNumber: right });
    let deaths = 0;
    for (;;) {
      await stage.faults({ do: 'failBefore', of: 'correctInsured', nth: deaths + 1 });
      if ((await stage.call(correctInsured, body, own.family.openid)).ok) break;
      deaths += 1;
      const policy = await stored(own.policyId);
      expect([policy.insured[SON]?.idNumber, policy.corrections]).toEqual([wrong, []]);
      expect(await periodsUnder(wrong, policy.line)).toHaveLength(1);
      expect(await periodsUnder(right, policy.line)).toEqual([]);
    }
    expect(deaths).toBeGreaterThan(15);
    expect((await stored(own.policyId)).insured[SON]?.idNumber).toBe(right);
  });
});

describe('a correction is refused, and nothing changes', () => {
  let own: Covered;
  beforeAll(async () => {
    own = await covered();
  });
  const refused = async (
    changes: Parameters<typeof input>[1],
    code: string,
    path?: string,
  ): Promise<void> => {
    const reply = await correct(own, changes);
    expect(reply).toMatchObject({ ok: false, error: { code } });
    if (path !== undefined && !reply.ok) expect(reply.error.fields).toMatchObject([{ path, code }]);
    expect((await stored(own.policyId)).corrections).toEqual([]);
  };

  it('for a wrong check digit, a name that is none, an age that may not be insured', async () => {
    await refused({ idNumber: '350421201204040000' }, 'ID_NUMBER_WRONG', 'idNumber');
    await refused({ name: 'Zhao' }, 'NAME_INVALID', 'name');
    const holder = { personIndex: 0, name: '赵大山' };
    await refused({ ...holder, idNumber: freshNumber('1950-01-01') }, 'MEMBER_TOO_OLD', 'idNumber');
  });
  it('for the number of somebody else on the policy', () =>
    refused({ idNumber: numberOf(own.family, 0) }, 'ID_NUMBER_REPEATED', 'idNumber'));
  it('for a child that the new number makes older than its father', () =>
    refused({ idNumber: freshNumber('1979-01-01') }, 'RELATION_INVALID', 'relation'));
  it('for a child that the new number makes an adult, who never signed', () =>
    refused({ idNumber: freshNumber('2000-01-01') }, 'SIGNATURE_MISSING', 'idNumber'));
  it('for another person: name and number both changed', () =>
    refused({ name: '孙小圣', idNumber: freshNumber() }, 'CORRECTION_OTHER_PERSON'));
  it('when nothing is changed, and for nobody', async () => {
    await refused({}, 'NOTHING_TO_CORRECT');
    await refused({ personIndex: 9 }, 'PERSON_NOT_INSURED');
  });
  it('for another family', async () => {
    const reply = await stage.call(correctInsured, input(own, { name: '赵晓山' }), 'o-somebody-else');
    expect(reply).toMatchObject({ error: { code: 'POLICY_NOT_FOUND' } });
  });
  it('for somebody who is insured already, so many times a day', async () => {
    const rival = await covered();
    const taken = numberOf(rival.family);
    // Name and number known: told plainly. The number alone: not.
    await refused({ idNumber: taken }, 'MEMBER_ALREADY_INSURED');
    const other = await covered({
      ...newFamily(),
      members: newFamily().members.map((one, at) => (at === SON ? { ...one, name: '钱多多' } : one)),
    });
    for (let tries = 1; tries < MAX_TRIES_A_DAY; tries += 1) {
      await refused({ idNumber: numberOf(other.family) }, 'CORRECTION_BY_PHONE');
    }
    await refused({ idNumber: taken }, 'TOO_MANY_TRIES');
    expect(await periodsUnder(taken, (await stored(rival.policyId)).line)).toMatchObject([
      { policyId: rival.policyId },
    ]);
  });
  it('for a child who would pass the law’s cap: told to who knows the name, otherwise to call', async () => {
    const young = '2020-02-02';
    const other = await covered({
      ...newFamily(),
      members: newFamily().members.map((one, at) =>
        at === SON ? { ...one, idNumber: freshNumber(young) } : one,
      ),
    });
    const child = freshNumber(young);
    const { vault, write } = stage.workshop;
    const holds = (name: string) =>
      write((tx) =>
        tx.minorCovers.put({
          id: personKeyOf(vault, child),
          nameKey: nameKeyOf(vault, name, child),
          periods: [{ policyId: 'pol_other', startAt: 1.6e12, endAt: 4e12, accidentShareFen: 150_000_00 }],
        }),
      );
    await holds('赵小山');
    const reply = await correct(other, { idNumber: child });
    expect(reply).toMatchObject({ error: { code: 'MINOR_COVER_EXCEEDED', fields: [{ path: 'idNumber' }] } });
    expect(JSON.stringify(reply)).toContain('已有 150,000 元');
    await holds('孙小圣');
    expect(await correct(other, { idNumber: child })).toMatchObject({
      error: { code: 'CORRECTION_BY_PHONE' },
    });
    expect((await stored(other.policyId)).corrections).toEqual([]);
  });
  it('in two steps to another person', async () => {
    const two = await covered();
    await stage.ask(correctInsured, input(two, { idNumber: freshNumber() }), two.family.openid);
    expect(await correct(two, { name: '孙小圣' })).toMatchObject({
      error: { code: 'CORRECTION_OTHER_PERSON' },
    });
  });
  it('once cover has started, and once the policy is cancelled', async () => {
    const cancelled = await covered();
    const cancel = { requestId: requestIdForTest(), policyId: cancelled.policyId, refundFen: 100_00 };
    await stage.ask(cancelPolicy, cancel, cancelled.family.openid);
    expect(await correct(cancelled, { name: '赵晓山' })).toMatchObject({ error: { code: 'POLICY_OVER' } });
    await stage.cloud.clock.moveTo((await stored(own.policyId)).startAt);
    await refused({ name: '赵晓山' }, 'COVER_STARTED');
  });
});
