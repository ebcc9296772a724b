import { buyCover } from '../../../shared/order/buy-cover.contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { cancelPolicy, previewCancellation } from '../../../shared/policy/cancel-policy.contracts';
import { correctInsured } from '../../../shared/policy/correct-insured.contract';
import type { MemberInput } from '../../../shared/household/member.schema';
import type { CastHousehold } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { filedClaim, payeeOf } from '../../_tools/testing/claims';
import { buysCover, newFamily, orderInput, planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { personCoverIdOf, personKeyOf } from './person-key';

/** A child that is insured by birth certificate and gets its ID number afterwards is one person. */

let stage: Stage;
beforeAll(async () => {
  stage = await setStage({ functions: true, now: instantAt('2026-06-01', '10:00') });
});
afterAll(() => stage.close());

let children = 0;
interface Family {
  readonly family: CastHousehold;
  /** Father and child, the child by birth certificate; and mother and child, by ID number: one household. */
  readonly byCertificate: CastHousehold;
  readonly byNumber: CastHousehold;
  readonly certificate: MemberInput;
  readonly idNumber: string;
  readonly born: string;
}
const aFamily = (): Family => {
  children += 1;
  const family = newFamily();
  const born = addDays(chinaDayOf(stage.cloud.clock.now()), -200);
  const [father, mother] = family.members;
  if (!father || !mother) throw new Error('no parents');
  const child = { name: '赵小宝', relation: 'son' } as const;
  const idNumber = idNumberFor(born, 101 + children * 2);
  const certificate: MemberInput = {
    ...child,
    idKind: 'birthCertificate',
    idNumber: `T35000${String(1000 + children)}`,
    birthDay: born,
    sex: 'male',
  };
  return {
    family,
    byCertificate: { ...family, members: [father, certificate] },
    byNumber: {
      ...family,
      members: [
        { ...mother, relation: 'self' },
        { ...child, idNumber },
      ],
    },
    certificate,
    idNumber,
    born,
  };
};
const CHILD = 1;

const storedPolicy = async (policyId: string) => {
  const policy = await stage.workshop.read.policies.get(policyId);
  if (!policy) throw new Error('no policy');
  return policy;
};
const policiesUnder = async (line: string, idNumber: string): Promise<string[]> => {
  const { read, vault } = stage.workshop;
  const cover = await read.personCovers.get(personCoverIdOf(vault, idNumber, line));
  return (cover?.periods ?? []).map(({ policyId }) => policyId);
};
const recording = (policyId: string, idNumber: string, name = '赵小宝', personIndex = CHILD) => ({
  requestId: requestIdForTest(),
  policyId,
  personIndex,
  name,
  idNumber,
});
const places = async (family: CastHousehold) =>
  stage.call(buyCover, orderInput(family, await planAt(stage, family)), family.openid);
/** What becomes of two orders, placed before either is paid: `issued`, or why the money goes back; sorted. */
const paidAtOnce = async (...orders: readonly (readonly [CastHousehold, number])[]): Promise<string[]> => {
  const placed = [];
  for (const [family, priceFen] of orders) {
    const input = orderInput(family, await planAt(stage, family, priceFen));
    placed.push({ ...(await stage.ask(buyCover, input, family.openid)), openid: family.openid });
  }
  for (const { payment, openid } of placed) await stage.cashier(payment ?? { package: '' }, openid, 'pay');
  await Promise.all(
    placed.map(({ order: { orderId }, openid }) => stage.call(confirmPayment, { orderId }, openid)),
  );
  await stage.settledCallbacks();
  const { read } = stage.workshop;
  const stored = await Promise.all(placed.map(({ order }) => read.orders.get(order.orderId)));
  return stored.map((order) => order?.refundReason ?? order?.state ?? '').sort();
};
const ALREADY_INSURED = { path: 'members.1.idNumber', code: 'MEMBER_ALREADY_INSURED' };

describe('a child insured by birth certificate', () => {
  it('is insured already when its household lists it by ID number, and the other way round', async () => {
    for (const [first, second] of [
      ['byCertificate', 'byNumber'],
      ['byNumber', 'byCertificate'],
    ] as const) {
      const own = aFamily();
      await buysCover(stage, own[first]);
      expect(await places(own[second])).toMatchObject({ error: { fields: [ALREADY_INSURED] } });
    }
  });

  it('is insured once when both are paid at the same moment: the other payment goes back', async () => {
    const own = aFamily();
    expect(await paidAtOnce([own.byCertificate, 100_00], [own.byNumber, 100_00])).toEqual([
      'alreadyInsured',
      'issued',
    ]);
  });

  it('counts once under the law’s cap, also when two plans are paid at the same moment', async () => {
    const own = aFamily();
    expect(await paidAtOnce([own.byCertificate, 100_00], [own.byNumber, 200_00])).toEqual([
      'issued',
      'notEligible',
    ]);
  });

  it('is no child of another household, whatever its name and birth day', async () => {
    const [own, other] = [aFamily(), aFamily()];
    await buysCover(stage, own.byCertificate);
    expect(await places(other.byNumber)).toMatchObject({ ok: true });
  });

  it('can be insured by its ID number once the policy is cancelled', async () => {
    const own = aFamily();
    const policyId = await buysCover(stage, own.byCertificate);
    const { openid } = own.family;
    const { cancellation } = await stage.ask(previewCancellation, { policyId }, openid);
    const { refundFen } = cancellation;
    await stage.ask(cancelPolicy, { requestId: requestIdForTest(), policyId, refundFen }, openid);
    expect(await places(own.byNumber)).toMatchObject({ ok: true });
  });

  it('goes on without a gap when it is renewed by ID number, and is renewed once', async () => {
    const own = aFamily();
    const policyId = await buysCover(stage, own.byCertificate);
    const { endAt } = await storedPolicy(policyId);
    await stage.cloud.clock.moveTo(instantAt(addDays(chinaDayOf(endAt), -5), '10:00'));
    const [father, child] = [own.byCertificate.members[0], own.byNumber.members[CHILD]];
    if (!father || !child) throw new Error('no family');
    const plan = await planAt(stage, own.family);
    const renewal = (family: CastHousehold) => ({ ...orderInput(family, plan), renewsPolicyId: policyId });
    const renewing = renewal({ ...own.family, members: [father, child] });
    const { order, payment } = await stage.ask(buyCover, renewing, own.family.openid);
    await stage.cashier(payment ?? { package: '' }, own.family.openid, 'pay');
    const paid = await stage.ask(confirmPayment, { orderId: order.orderId }, own.family.openid);
    expect((await storedPolicy(paid.order.policyId ?? '')).startAt).toBe(endAt);
    const again = await stage.call(buyCover, renewal(own.byCertificate), own.family.openid);
    expect(again.ok ? [] : again.error.fields).toContainEqual(expect.objectContaining(ALREADY_INSURED));
  });
});

describe('recording the ID number of a child insured by birth certificate', () => {
  it('is done any day of the year on every policy of the household, and cover and memory follow', async () => {
    const own = aFamily();
    const three = { ...own.family, members: [...own.family.members.slice(0, 2), own.certificate] };
    const policyIds = [await buysCover(stage, three), await buysCover(stage, three, 200_00)];
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 40 * 86_400_000);
    const [policyId = ''] = policyIds;
    const input = recording(policyId, own.idNumber, '赵小宝', 2);
    await stage.ask(correctInsured, input, own.family.openid);
    expect(await stage.ask(correctInsured, input, own.family.openid)).toMatchObject({ policy: { policyId } });
    for (const id of policyIds) {
      const policy = await storedPolicy(id);
      expect(policy.insured[2]).toMatchObject({
        name: '赵小宝',
        idKind: 'idCard',
        idNumber: own.idNumber,
        birthDay: own.born,
        personKey: personKeyOf(stage.workshop.vault, own.idNumber),
      });
      expect(policy.corrections).toMatchObject([{ before: { idNumber: own.certificate.idNumber } }]);
      expect(await policiesUnder(policy.line, own.idNumber)).toEqual([id]);
      expect(await policiesUnder(policy.line, own.certificate.idNumber)).toEqual([]);
    }
    const { read } = stage.workshop;
    const household = await read.households.get((await storedPolicy(policyId)).householdId);
    expect(household?.members.map(({ idNumber }) => idNumber)).toContain(own.idNumber);
    expect(household?.members.map(({ idNumber }) => idNumber)).not.toContain(own.certificate.idNumber);
    // The certificate names the same child still.
    const again = await places(own.byCertificate);
    expect(again.ok ? [] : again.error.fields).toContainEqual(expect.objectContaining(ALREADY_INSURED));
  });

  it('is refused for the number of another child, for another name, and for whoever is on it by ID number', async () => {
    const own = aFamily();
    const policyId = await buysCover(stage, own.byCertificate);
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 2 * 86_400_000);
    const refused = async (input: ReturnType<typeof recording>, code: string) => {
      expect(await stage.call(correctInsured, input, own.family.openid)).toMatchObject({ error: { code } });
    };
    await refused(recording(policyId, idNumberFor(addDays(own.born, 1), 101)), 'ID_NUMBER_WRONG');
    await refused(recording(policyId, idNumberFor(own.born, 102)), 'ID_NUMBER_WRONG');
    await refused(recording(policyId, '350421202602300017'), 'ID_NUMBER_WRONG');
    await refused(recording(policyId, own.idNumber, '赵大宝'), 'CORRECTION_OTHER_PERSON');
    await refused(recording(policyId, idNumberFor('1980-02-02', 301), '赵大山', 0), 'COVER_STARTED');
    await refused(recording(policyId, 'T359999999'), 'COVER_STARTED');
    expect((await storedPolicy(policyId)).corrections).toEqual([]);
  });

  it('is refused for a child with a claim, which knows it by the number, and not for its father’s', async () => {
    const [own, other] = [aFamily(), aFamily()];
    const policyIds = [
      await buysCover(stage, own.byCertificate),
      await buysCover(stage, other.byCertificate),
    ] as const;
    await stage.cloud.clock.moveTo(stage.cloud.clock.now() + 2 * 86_400_000);
    await filedClaim(stage, own.family, policyIds[0], {
      personIndex: CHILD,
      payees: [payeeOf('赵大山', { relation: 'guardian' })],
    });
    await filedClaim(stage, other.family, policyIds[1]);
    expect(
      await stage.call(correctInsured, recording(policyIds[0], own.idNumber), own.family.openid),
    ).toMatchObject({ error: { code: 'CHILD_HAS_CLAIM' } });
    expect(
      await stage.call(correctInsured, recording(policyIds[1], other.idNumber), other.family.openid),
    ).toMatchObject({ ok: true });
  });
});
