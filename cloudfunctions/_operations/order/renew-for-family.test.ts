import type { InputOf } from '../../../shared/contract/contract';
import { confirmPayment } from '../../../shared/order/confirm-payment.contract';
import { getPolicy } from '../../../shared/policy/get-policy.contract';
import { getRenewal } from '../../../shared/policy/get-renewal.contract';
import { listMyPolicies } from '../../../shared/policy/list-my-policies.contract';
import { getFamilyRenewal, renewForFamily } from '../../../shared/policy/renew-for-family.contracts';
import type { CastHousehold } from '../../../shared/testing/cast';
import { addDays, addYears, chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { buysCover, newFamily } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { policyCode } from '../policy/policy-code';

/** A daughter in a city far away, who is on no policy of her parents'. */
const DAUGHTER = 'o-daughter-in-shenzhen';

let stage: Stage;
let parents: CastHousehold;
let others: CastHousehold;
let policyId: string;
let code: string;
let endDay: string;
let sent: InputOf<typeof renewForFamily>;
beforeAll(async () => {
  stage = await setStage({ functions: true });
  endDay = addYears(addDays(chinaDayOf(stage.cloud.clock.now()), 1), 1);
  parents = newFamily();
  others = newFamily();
  policyId = await buysCover(stage, parents);
  await buysCover(stage, others);
  code = policyCode(stage.workshop.vault, 'rnw', policyId);
});
afterAll(() => stage.close());

const shown = (as = DAUGHTER) => stage.ask(getFamilyRenewal, { code }, as);
const renewal = async (
  changes: Partial<InputOf<typeof renewForFamily>> = {},
): Promise<InputOf<typeof renewForFamily>> => {
  const { plan, pages, priceFen } = await shown();
  if (!plan) throw new Error('the plan is not sold');
  return {
    requestId: requestIdForTest(),
    code,
    planId: plan.id,
    planVersion: plan.version,
    priceFen,
    confirmations: plan.documents
      .filter(({ id }) => pages.includes(id))
      .map(({ id, version, sha256 }) => ({ documentId: id, version, sha256 })),
    ...changes,
  };
};
const refusal = async (changes: Partial<InputOf<typeof renewForFamily>>) => {
  const reply = await stage.call(renewForFamily, await renewal(changes), DAUGHTER);
  return reply.ok ? 'ok' : reply.error.code;
};

describe('a relative who renews', () => {
  it('is told that it is too early before the campaign, and cannot', async () => {
    expect(await shown()).toMatchObject({ phase: 'early' });
    expect(await refusal({})).toBe('RENEWAL_TOO_EARLY');
  });

  it('sees last year’s family masked, the price and the true first day, with the holder’s own link', async () => {
    await stage.cloud.clock.moveTo(instantAt(addDays(endDay, -20), '10:00'));
    const own = await stage.ask(getRenewal, { policyId }, parents.openid);
    expect(own.relativeCode).toBe(code);
    const told = await shown();
    expect(told).toMatchObject({
      phase: 'open',
      startDay: endDay,
      gapDays: 0,
      priceFen: 100_00,
      maskedHolderName: '赵*山',
    });
    expect(told.people.map(({ maskedName }) => maskedName)).toEqual(['赵*山', '钱*花', '赵*山']);
    const said = JSON.stringify(told);
    const personal = [...parents.members.flatMap(({ name, idNumber }) => [name, idNumber]), parents.phone];
    expect(personal.filter((words) => said.includes(words))).toEqual([]);
  });

  it.each([
    ['another price', { priceFen: 1_00 }, 'PRICE_CHANGED'],
    ['another version', { planVersion: 99 }, 'PLAN_CHANGED'],
    ['a page left out', { confirmations: [] }, 'CONFIRMATION_MISSING'],
    ['a link of another purpose', { code: '' }, 'RENEWAL_LINK_WRONG'],
    ['a link with one character changed', { code: '0'.repeat(32) }, 'RENEWAL_LINK_WRONG'],
  ])('cannot with %s', async (_what, changes, expected) => {
    const wrong =
      'code' in changes && changes.code === ''
        ? { code: policyCode(stage.workshop.vault, 'chk', policyId) }
        : changes;
    expect(await refusal(wrong)).toBe(expected);
  });

  it('pays in her own WeChat; the policy is the holder’s, unbroken, and every adult’s consent is awaited', async () => {
    const input = await renewal();
    sent = input;
    const { order, payment } = await stage.ask(renewForFamily, input, DAUGHTER);
    const again = await stage.ask(renewForFamily, input, DAUGHTER);
    expect(again.order.orderId).toBe(order.orderId);
    if (!payment) throw new Error('no payment was opened');
    await stage.cashier(payment, DAUGHTER, 'pay');
    const { order: paid } = await stage.ask(confirmPayment, { orderId: order.orderId }, DAUGHTER);
    expect(paid).toMatchObject({ state: 'issued', startDay: endDay });
    const { policies } = await stage.ask(listMyPolicies, {}, parents.openid);
    const next = policies.find(({ policyId: id }) => id === paid.policyId);
    expect(next).toMatchObject({ startDay: endDay, state: 'notStarted' });
    const stored = await stage.workshop.read.policies.get(paid.policyId ?? '');
    expect(stored?.insured.map(({ consent }) => consent?.by ?? null)).toEqual([null, null, 'parent']);
    expect(
      await stage.workshop.read.auditRows.find({ where: { chain: order.orderId }, limit: 20 }),
    ).toContainEqual(expect.objectContaining({ action: 'order.placedByRelative' }));
    const kept = await stage.workshop.read.orders.get(order.orderId);
    expect([kept?.openid, kept?.signatures, kept?.attempts[0]?.payerOpenid]).toEqual([
      parents.openid,
      [],
      DAUGHTER,
    ]);
  });

  it('does not get to see the policy itself, and cannot renew it twice', async () => {
    expect(await stage.call(getPolicy, { policyId }, DAUGHTER)).toMatchObject({
      error: { code: 'POLICY_NOT_FOUND' },
    });
    expect(await shown()).toMatchObject({ phase: 'renewed' });
    const second = { ...sent, requestId: requestIdForTest() };
    expect(await stage.call(renewForFamily, second, DAUGHTER)).toMatchObject({
      error: { code: 'RENEWED_ALREADY' },
    });
  });

  it('cannot search for links', async () => {
    const codes: string[] = [];
    for (let tries = 0; tries < 22; tries += 1) {
      const reply = await stage.call(
        getFamilyRenewal,
        { code: String(tries).padStart(32, '0') },
        'o-guesser',
      );
      codes.push(reply.ok ? 'ok' : reply.error.code);
    }
    expect([codes[0], codes[21]]).toEqual(['RENEWAL_LINK_WRONG', 'TOO_MANY_TRIES']);
  });
});
