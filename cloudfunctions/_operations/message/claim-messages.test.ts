import { claimState, type ClaimState } from '../../../shared/claim/claim-state';
import type { Claim } from '../../../shared/claim/claim.schema';
import { SAMPLE_CLAIM } from '../../../shared/testing/sample-claim';
import { SAMPLE_POLICY } from '../../../shared/testing/sample-policy';
import { fieldFault } from '../../_local/wechat/messages/field-rules';
import { TEMPLATES } from '../../_local/wechat/templates';
import { demoPlans } from '../../_tools/demo/catalogue';
import { policyIssuedMessage } from '../order/order-messages';
import { payoutsFor } from '../payout/order-payouts';
import { claimProgressMessage, payoutFailedMessage, payoutNoticeMessage } from './claim-messages';

const AT = 1_781_200_000_000;
const at = (state: ClaimState, reason: string | null = null): Claim => ({
  ...SAMPLE_CLAIM,
  state,
  version: 2,
  steps: [...SAMPLE_CLAIM.steps, { state, at: AT, by: { role: 'handler', staffId: 'stf_x' }, reason }],
});
/** What WeChat would say to the fields of a message. */
const faultOf = (kind: string, fields: Readonly<Record<string, string>> | null): string | undefined => {
  const template = TEMPLATES.find((candidate) => candidate.name === kind);
  if (!template || !fields) return 'no template or no fields';
  return fieldFault(
    template,
    Object.fromEntries(Object.entries(fields).map(([key, value]) => [key, { value }])),
  );
};

describe('news of a claim', () => {
  const TOLD: readonly ClaimState[] = [
    'reported',
    'accepted',
    'registered',
    'papersAsked',
    'investigating',
    'approved',
    'refused',
    'objected',
    'reopened',
  ];
  it('is told of the steps that concern the family, with fields that WeChat takes', () => {
    for (const state of claimState.options) {
      const message = claimProgressMessage(at(state), AT);
      expect(message !== undefined).toBe(TOLD.includes(state));
      if (message) expect(faultOf(message.kind, message.fields)).toBeUndefined();
    }
  });
  it('has its own id for each step, and the same for the same step', () => {
    const ids = TOLD.map((state, version) => claimProgressMessage({ ...at(state), version }, AT)?.id);
    expect(new Set(ids).size).toBe(TOLD.length);
    expect(claimProgressMessage(at('accepted'), AT)?.id).toBe(
      claimProgressMessage(at('accepted'), AT + 1)?.id,
    );
  });
  it('tells why a claim was refused, and that a disputed one takes longer', () => {
    expect(claimProgressMessage(at('refused', '不是意外造成'), AT)?.body).toContain('不是意外造成');
    const disputed = { ...at('registered'), complexity: 'disputed' as const };
    expect(claimProgressMessage(disputed, AT)?.body).toContain('多核实');
  });
  it('keeps to itself what one colleague wrote to another', () => {
    expect(JSON.stringify(claimProgressMessage(at('registered', '内部意见'), AT))).not.toContain('内部意见');
  });
});

describe('news of money', () => {
  const claim = at('paid');
  const [payout] = payoutsFor(claim, { purpose: 'claim', totalFen: 230_445, at: AT });
  if (!payout) throw new Error('no payment');
  it('tells the amount and the masked card, with fields that WeChat takes', () => {
    const message = payoutNoticeMessage(claim, payout, AT);
    expect(faultOf(message.kind, message.fields)).toBeUndefined();
    expect(message.body).toContain('2,304.45 元');
    expect(message.body).not.toContain(claim.payees[0]?.account.number);
  });
  it('tells each failed try, in the inbox alone', () => {
    const first = payoutFailedMessage(
      at('paymentFailed'),
      { ...payout, failureReason: '账号与户名不符' },
      AT,
    );
    const second = payoutFailedMessage({ ...at('paymentFailed', '账户已销户'), version: 4 }, payout, AT);
    expect(first.id).not.toBe(second.id);
    expect(first).toMatchObject({ delivery: 'none', fields: null });
    expect(first.body).toContain('账号与户名不符');
  });
  it('tells of a new policy with fields that WeChat takes', () => {
    for (const plan of demoPlans(2026)) {
      const message = policyIssuedMessage(SAMPLE_POLICY, plan, AT);
      expect(faultOf(message.kind, message.fields)).toBeUndefined();
    }
  });
});
