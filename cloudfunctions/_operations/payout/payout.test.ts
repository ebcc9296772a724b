import type { Contract, InputOf, Reply } from '../../../shared/contract/contract';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { getMyClaim } from '../../../shared/claim/get-my-claim.contract';
import { approveClaim } from '../../../shared/claim/move-case.contracts';
import { listPayouts, recordPayoutResult, sendPayout } from '../../../shared/payout/payout.contracts';
import { APPROVER, CASHIER, HANDLER, WANG } from '../../../shared/testing/cast';
import {
  agreedClaim,
  assessedCase,
  billsOf,
  claimInput,
  coveredFamilies,
  filedClaim,
  hires,
} from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

let stage: Stage;
let policyId: string;
const ELSEWHERE = 'o-cashier-elsewhere';

beforeAll(async () => {
  stage = await setStage();
  [policyId = ''] = await coveredFamilies(stage, WANG);
  await hires(stage, ELSEWHERE, ['cashier'], '350424');
});
afterAll(() => stage.close());

const codeFor = async <C extends Contract>(
  contract: C,
  input: InputOf<C>,
  openid: string,
): Promise<string> => {
  const reply: Reply = await stage.call(contract, input, openid);
  return reply.ok ? 'OK' : reply.error.code;
};
const payoutFor = async (claimId: string) => {
  const { payouts } = await stage.ask(listPayouts, {}, CASHIER.openid);
  const payout = payouts.find((one) => one.claimId === claimId);
  if (!payout) throw new Error('no payout');
  return payout;
};
const send = (payoutId: string) => ({ requestId: requestIdForTest(), payoutId });
const paid = (payoutId: string, bankReference = 'ABC-20260612-0001') => ({
  ...send(payoutId),
  result: { outcome: 'paid' as const, bankReference },
});
const failed = (payoutId: string, reason = '账号与户名不符') => ({
  ...send(payoutId),
  result: { outcome: 'failed' as const, reason },
});
const messagesOf = (kind: 'payoutNotice' | 'payoutFailed') =>
  stage.workshop.read.messages
    .find({
      where: { openid: WANG.openid },
      orderBy: [['createdAt', 'asc']],
      limit: 100,
    })
    .then((messages) => messages.filter((message) => message.kind === kind));

describe('paying a claim', () => {
  let claimId: string;
  let payoutId: string;
  beforeAll(async () => {
    claimId = await filedClaim(stage, WANG, policyId);
    await agreedClaim(stage, WANG, claimId);
    payoutId = (await payoutFor(claimId)).payoutId;
  });

  it("shows the cashier the full account of the own county, and nobody else's county", async () => {
    expect(await payoutFor(claimId)).toMatchObject({
      amountFen: 230_445,
      state: 'ready',
      account: { holder: '王建国', number: '6222021402001234567' },
    });
    expect((await stage.ask(listPayouts, {}, ELSEWHERE)).payouts).toEqual([]);
    expect(await codeFor(sendPayout, send(payoutId), ELSEWHERE)).toBe('PAYOUT_NOT_FOUND');
    expect(await codeFor(listPayouts, {}, HANDLER.openid)).toBe('FORBIDDEN');
  });

  it('enters no result before the payment was sent', async () => {
    expect(await codeFor(recordPayoutResult, paid(payoutId), CASHIER.openid)).toBe('PAYOUT_STATE_WRONG');
    expect(await stage.workshop.read.ledger.find({ where: { subject: payoutId }, limit: 5 })).toEqual([]);
  });

  it("is a third person's: never the assessor's, the approver's or the family's", async () => {
    await hires(stage, HANDLER.openid, ['handler', 'cashier']);
    await hires(stage, APPROVER.openid, ['approver', 'cashier']);
    await hires(stage, WANG.openid, ['cashier']);
    expect(await codeFor(sendPayout, send(payoutId), HANDLER.openid)).toBe('OWN_ASSESSMENT');
    expect(await codeFor(sendPayout, send(payoutId), APPROVER.openid)).toBe('OWN_ASSESSMENT');
    expect(await codeFor(sendPayout, send(payoutId), WANG.openid)).toBe('OWN_HOUSEHOLD');
    expect((await payoutFor(claimId)).state).toBe('ready');

    // Nor of those who decided before somebody else assessed it anew.
    const { read, write } = stage.workshop;
    const claim = await read.claims.get(claimId);
    if (!claim) throw new Error('no claim');
    await write((tx) => tx.claims.put({ ...claim, assessorId: 'stf_other', approverId: 'stf_another' }));
    expect(await codeFor(sendPayout, send(payoutId), HANDLER.openid)).toBe('OWN_ASSESSMENT');
    expect(await codeFor(sendPayout, send(payoutId), APPROVER.openid)).toBe('OWN_ASSESSMENT');
    await write((tx) => tx.claims.put(claim));
  });

  it('tells the family when the bank returns the money, and sends it again under the same payment', async () => {
    const input = send(payoutId);
    const sent = await Promise.all([1, 2].map(() => stage.ask(sendPayout, input, CASHIER.openid)));
    expect(sent.map((reply) => reply.payout.state)).toEqual(['sent', 'sent']);
    expect(await codeFor(sendPayout, send(payoutId), CASHIER.openid)).toBe('PAYOUT_STATE_WRONG');
    await stage.ask(recordPayoutResult, failed(payoutId), CASHIER.openid);
    const { claim } = await stage.ask(getMyClaim, { claimId }, WANG.openid);
    expect(claim).toMatchObject({ state: 'paymentFailed', payouts: [{ state: 'failed' }] });
    expect(await messagesOf('payoutFailed')).toMatchObject([{ delivery: 'none', fields: null }]);
    expect((await messagesOf('payoutFailed'))[0]?.body).toContain('账号与户名不符');
    expect(await stage.workshop.read.ledger.find({ where: { subject: payoutId }, limit: 5 })).toEqual([]);

    const again = await stage.ask(sendPayout, send(payoutId), CASHIER.openid);
    expect(again.payout).toMatchObject({ payoutId, state: 'sent', failureReason: null });
  });

  it('is settled once: claim, payment, ledger, figures and notice together, twice asked or not', async () => {
    const input = paid(payoutId);
    const replies = await Promise.all([1, 2].map(() => stage.ask(recordPayoutResult, input, CASHIER.openid)));
    expect(replies.map((reply) => reply.payout.bankReference)).toEqual([
      'ABC-20260612-0001',
      'ABC-20260612-0001',
    ]);
    expect(await codeFor(recordPayoutResult, paid(payoutId, 'ABC-2'), CASHIER.openid)).toBe(
      'PAYOUT_STATE_WRONG',
    );

    const { read } = stage.workshop;
    expect(await read.claims.get(claimId)).toMatchObject({ state: 'paid', paidFen: 230_445 });
    expect(await read.ledger.find({ where: { subject: payoutId }, limit: 5 })).toMatchObject([
      {
        kind: 'claimPaid',
        rows: [
          { account: 'claimsPayable', amountFen: 230_445 },
          { account: 'bank', amountFen: -230_445 },
        ],
      },
    ]);
    const events = await read.figureEvents.find({ where: { folded: false }, limit: 50 });
    expect(events.filter((event) => event.kind === 'claimPaid')).toMatchObject([
      { subject: claimId, adds: { claimsPaid: 1, paidFen: 230_445 } },
    ]);
    const notices = await messagesOf('payoutNotice');
    expect(notices).toMatchObject([
      { delivery: 'waiting', fields: { amount2: '¥2304.45', thing4: '赔款已到账，请查收' } },
    ]);
    const { claim } = await stage.ask(getMyClaim, { claimId }, WANG.openid);
    expect(claim).toMatchObject({ state: 'paid', payouts: [{ state: 'paid' }] });
    expect(claim.timeline.every((step) => step.status === 'done')).toBe(true);
  });
});

describe('later bills of the same accident', () => {
  it('may follow a paid claim, and the deductible is not taken twice', async () => {
    const second = await stage.ask(fileClaim, await claimInput(stage, WANG, policyId), WANG.openid);
    const { claimId } = second.claim;
    const assessed = await assessedCase(stage, claimId, billsOf(1_000_00, 0));
    expect(assessed.statement?.totalFen).toBe(900_00);
    const { version } = assessed;
    await stage.ask(approveClaim, { requestId: requestIdForTest(), claimId, version }, APPROVER.openid);
    const policy = await stage.workshop.read.policies.get(policyId);
    expect(policy?.medicalPaidFen).toBe(230_445 + 900_00);
  });

  it('wait while that claim is open', async () => {
    const input = await claimInput(stage, WANG, policyId);
    expect(await codeFor(fileClaim, input, WANG.openid)).toBe('CLAIM_ALREADY_FILED');
  });
});
