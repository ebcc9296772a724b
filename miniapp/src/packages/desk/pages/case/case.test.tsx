import { fireEvent, screen, within } from '@testing-library/react';
import CasePage from './case';
import type { CaseView } from 'shared/claim/case-view';
import { textOf } from 'shared/errors/catalogue';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { settle } from '../../../../../test/components/settle';
import { route } from '../../../../../test/components/taro';

const claimId = `clm_${'a'.repeat(24)}`;
const at = 1_780_000_000_000;

const statement = {
  lines: [
    { label: '县医院住院', kind: 'plus' as const, amountFen: 386_050 },
    { label: '医保或别处已报销', kind: 'minus' as const, amountFen: 120_000 },
    { label: '赔给您', kind: 'total' as const, amountFen: 230_445 },
  ],
  formula: '(3,860.50 − 1,200.00 − 100.00) × 90% = 2,304.45',
  clause: '第四条',
  totalFen: 230_445,
  draws: 'medicalLimit' as const,
  leftFen: 969_555,
};

const caseOf = (part: Partial<CaseView>): CaseView => ({
  claimId,
  claimNumber: '3504210001',
  version: 3,
  state: 'registered',
  stateText: '开始办理（立案）',
  personName: '王小雨',
  consentAwaited: false,
  maskedIdNumber: '3504**********0428',
  ageAtAccident: 12,
  kind: 'medical',
  cause: 'fall',
  accidentAt: at,
  place: '坪埠村',
  description: '骑车摔倒。',
  complexity: 'clear',
  promise: { day: '2026-06-12', provisional: false },
  policy: {
    policyNumber: '1',
    planName: '家庭意外险 100 元',
    startDay: '2026-01-01',
    lastDay: '2026-12-31',
    coveredAtAccident: true,
    insuredCount: 3,
    accidentShareFen: 6_666_667,
    accidentPaidFen: 0,
    medicalLimitFen: 1_200_000,
    medicalPaidFen: 0,
  },
  account: { holder: '王建国', maskedNumber: '**** 4567', bank: '农商银行' },
  photos: [],
  facts: null,
  statement: null,
  steps: [{ state: 'reported', stateText: '已报案', at, role: 'member', staffName: null, reason: null }],
  actions: ['assess'],
  ...part,
});

const openPage = async (shown: { current: CaseView }, more: Readonly<Record<string, Operation>> = {}) => {
  route.params = { claimId };
  const { calls } = cloudAnswers({
    openCase: () => ({ today: '2026-06-05', case: shown.current }),
    previewAssessment: () => ({ statement }),
    ...more,
  });
  renderPage(<CasePage />);
  await settle();
  return calls;
};

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const fillInvoice = async () => {
  type('保单认可的金额', '3860.50');
  type('医保或别处已报', '1200');
  await press('报过', 'radio');
};
/** The rules are asked once typing has rested. */
const rest = async () => {
  await settle(500);
  await settle();
};
const handIn = async () => {
  await press('提交审核');
  const sheet = within(screen.getByRole('dialog', { name: '提交审核' }));
  fireEvent.click(sheet.getByRole('button', { name: '发票、清单和病历相符，按规则计算。' }));
  fireEvent.click(sheet.getByRole('button', { name: '确认提交审核' }));
  await settle();
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a case on the desk', () => {
  const steps: [CaseView['state'], CaseView['actions'], string[]][] = [
    ['reported', ['accept'], ['受理']],
    ['accepted', ['register'], ['登记立案']],
    ['registered', ['assess'], ['提交审核']],
    ['assessed', ['approve', 'return', 'refuse'], ['不予赔付', '退回', '批准赔付']],
    ['assessed', ['return', 'refuse'], ['不予赔付', '退回']],
    ['assessed', [], ['回到案件列表']],
  ];
  it.each(steps)('%s with %j offers exactly %j', async (state, actions, words) => {
    await openPage({ current: caseOf({ state, actions, statement }) });
    const all = ['受理', '登记立案', '提交审核', '批准赔付', '退回', '不予赔付', '回到案件列表'];
    const offered = screen
      .getAllByRole('button')
      .map((button) => button.textContent)
      .filter((text) => all.includes(text));
    expect(offered).toEqual(words);
  });

  it('shows what the rules say about the facts, without writing', async () => {
    const sent = await openPage({ current: caseOf({}) });
    expect(screen.queryByText('2,304.45')).toBeNull();
    await fillInvoice();
    await rest();
    expect(screen.getByText(statement.formula)).toBeVisible();
    expect(sent.filter(({ name }) => name === 'previewAssessment')).toHaveLength(1);
    expect(sent.map(({ name }) => name)).not.toContain('assessClaim');
  });

  it('does not hand in an amount that cannot be read', async () => {
    const sent = await openPage({ current: caseOf({}) });
    await fillInvoice();
    type('保单认可的金额', '38605x');
    await press('提交审核');
    expect(screen.getByRole('alert')).toHaveTextContent('两位小数');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sent.map(({ name }) => name)).not.toContain('assessClaim');
  });

  it('keeps what was typed when somebody else was quicker, says what happened, and goes on from there', async () => {
    const shown = { current: caseOf({}) };
    let refusals = 1;
    const sent = await openPage(shown, {
      assessClaim: (input) => {
        if (refusals > 0) {
          refusals -= 1;
          const step = { state: 'registered' as const, stateText: '', at, role: 'handler' as const };
          shown.current = caseOf({
            version: 4,
            steps: [...caseOf({}).steps, { ...step, staffName: '李芳', reason: '事故原因需要进一步核实。' }],
          });
          return refusal('VERSION_CHANGED', textOf('VERSION_CHANGED'));
        }
        return { case: caseOf({ version: Number(input.version) + 1, state: 'assessed', actions: [] }) };
      },
    });
    await fillInvoice();
    await rest();
    await handIn();
    expect(screen.getByRole('status')).toHaveTextContent('刚被别人改过');
    expect(screen.getByRole('status')).toHaveTextContent(
      '李芳（理赔经办人）：立案（事故原因需要进一步核实）',
    );
    expect(field('保单认可的金额').value).toBe('3860.50');
    expect(field('医保或别处已报').value).toBe('1200');

    await press('提交审核');
    await press('确认提交审核');
    const assessed = sent.filter(({ name }) => name === 'assessClaim').map(({ input }) => input);
    expect(assessed.map((input) => input.version)).toEqual([3, 4]);
    expect(assessed[1]?.facts).toEqual(assessed[0]?.facts);
    expect(assessed[0]?.requestId).not.toBe(assessed[1]?.requestId);
    expect(screen.getByRole('status')).toHaveTextContent('已提交审核');
  });

  it('says why a step was refused, with the number for the hotline', async () => {
    await openPage(
      { current: caseOf({ state: 'assessed', statement, actions: ['approve', 'return', 'refuse'] }) },
      { approveClaim: () => refusal('OWN_ASSESSMENT', textOf('OWN_ASSESSMENT')) },
    );
    await press('批准赔付');
    await press('批准 2,304.45 元');
    expect(screen.getByRole('alert')).toHaveTextContent(textOf('OWN_ASSESSMENT'));
    expect(screen.getByRole('alert')).toHaveTextContent('call-1');
  });

  it('registers only with a decision and a reason', async () => {
    const sent = await openPage(
      { current: caseOf({ state: 'accepted', actions: ['register'] }) },
      { registerClaim: () => ({ case: caseOf({ version: 4 }) }) },
    );
    await press('登记立案');
    await press('确认登记立案');
    await press(/^有争议/, 'radio');
    await press('确认登记立案');
    expect(sent.map(({ name }) => name)).not.toContain('registerClaim');
    await press('事故原因需要进一步核实。');
    await press('确认登记立案');
    expect(sent[sent.length - 2]?.name ?? '').toBe('registerClaim');
  });
});
