import { act, fireEvent, screen, within } from '@testing-library/react';
import CasePage from './case';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import { textOf } from 'shared/errors/catalogue';
import { medicalPart, medicalStatement } from 'shared/testing/sample-claims';
import { instantAt } from 'shared/time/china-day';
import { rememberWalk } from '@/features/desk/queue-walk';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { caseSample, DESK_TODAY, policyPart } from '../../../../../test/components/desk-samples';
import { settle } from '../../../../../test/components/settle';
import { player, route, seen } from '../../../../../test/components/taro';

const { claimId } = caseSample();
const at = 1_780_000_000_000;

const openPage = async (
  shown: Partial<CaseView> | { current: CaseView },
  more: Readonly<Record<string, Operation>> = {},
) => {
  route.params = { claimId };
  const kept = 'current' in shown ? shown : { current: caseSample(shown) };
  const { calls } = cloudAnswers({
    openCase: () => ({ today: DESK_TODAY, case: kept.current }),
    attendCase: () => ({ version: kept.current.version, others: [] }),
    previewAssessment: () => ({ statement: medicalStatement, warnings: [] }),
    ...more,
  });
  const { unmount } = renderPage(<CasePage />);
  await settle();
  return Object.assign(calls, { unmount });
};

const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
const pickDay = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name, { selector: 'input' }), { target: { value } });
const fillInvoice = async () => {
  type('发票金额', '3860.50');
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
const sentTo = (calls: Awaited<ReturnType<typeof openPage>>, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('the steps of a case', () => {
  const bars: [CaseView['state'], DeskAction[], string[]][] = [
    ['reported', ['accept'], ['受理']],
    ['accepted', ['register', 'askPapers'], ['更多', '登记立案']],
    ['registered', ['assess', 'askPapers', 'investigate'], ['更多', '提交审核']],
    ['papersAsked', ['resume', 'proposeAdvance'], ['更多', '继续办理']],
    ['assessed', ['approve', 'return', 'refuse'], ['更多', '批准赔付']],
    ['assessed', ['return', 'refuse'], ['更多', '不予赔付']],
    ['assessed', ['markGreen', 'openPanel'], ['更多', '回到案件列表']],
    ['assessed', ['vote'], ['表态']],
    ['approved', ['agree'], ['记下家属同意']],
    ['closed', ['reopen'], ['更多', '回到案件列表']],
    ['assessed', [], ['回到案件列表']],
  ];
  it.each(bars)('%s with %j stand as %j in the bar', async (state, actions, words) => {
    await openPage({ state, actions, statement: medicalStatement });
    const known = new Set(bars.flatMap(([, , bar]) => bar));
    const offered = screen
      .getAllByRole('button')
      .map((button) => button.textContent ?? '')
      .filter((text) => known.has(text));
    expect(offered).toEqual(words);
  });

  /** Which words lead to a step, and what is chosen in its sheet, down to what is sent. */
  const sheets: [DeskAction, string, (string | RegExp)[], string, Record<string, unknown>][] = [
    [
      'register',
      '登记立案',
      [/^有争议/, '事故原因需要进一步核实。'],
      'registerClaim',
      { complexity: 'disputed' },
    ],
    ['resume', '继续办理', ['家属把缺的材料送来了。'], 'resumeCase', {}],
    ['investigate', '开始调查', ['需要向医院或派出所核实。'], 'investigateClaim', {}],
    ['return', '退回经办人', ['缺医保结算单，请补齐后再审。'], 'returnClaim', {}],
    ['refuse', '不予赔付', ['出事那天不在保障期内，这次不能赔。'], 'refuseClaim', {}],
    ['openPanel', '请合议', ['是否属于保障范围有不同意见。'], 'openPanel', {}],
    ['vote', '表态', ['应当赔付', '属于保障范围，应当赔付。'], 'votePanel', { choice: 'pay' }],
    ['agree', '记下家属同意', ['家属签了书面确认。'], 'recordAgreement', {}],
    ['allowNotice', '同意再补一次材料', ['案情有新变化，确需再补一次。'], 'allowSecondNotice', {}],
    ['reopen', '重新打开', ['家属补来了新的证据。'], 'reopenCase', {}],
    ['markGreen', '优先办理', ['家庭生活困难，急需用钱。'], 'markGreenChannel', {}],
  ];
  it.each(sheets)('%s is taken with a reason of one tap', async (action, words, taps, operation, more) => {
    const calls = await openPage(
      { actions: [action], ...(action === 'resume' ? { state: 'papersAsked' } : {}) },
      { [operation]: () => ({ case: caseSample({ version: 4, actions: [] }) }) },
    );
    const behindMore = screen.queryByRole('button', { name: '更多' });
    if (behindMore !== null) await press('更多');
    await press(new RegExp(`^${words}`));
    const sheet = within(screen.getByRole('dialog', { name: words }));
    fireEvent.click(sheet.getByRole('button', { name: `确认${words}` }));
    expect(sentTo(calls, operation)).toEqual([]);
    for (const tap of taps) {
      const choice = sheet.queryByRole('radio', { name: tap }) ?? sheet.getByRole('button', { name: tap });
      fireEvent.click(choice);
    }
    fireEvent.click(sheet.getByRole('button', { name: `确认${words}` }));
    await settle();
    expect(sentTo(calls, operation)).toEqual([
      {
        requestId: expect.any(String) as string,
        claimId,
        version: 3,
        reason: taps[taps.length - 1],
        ...more,
      },
    ]);
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(screen.getByRole('status')).toBeVisible();
  });

  it('takes a mark of the green channel back without a reason', async () => {
    const calls = await openPage(
      { actions: ['markGreen'], greenChannel: { reason: '重伤住院，急需医药费。' } },
      { markGreenChannel: () => ({ case: caseSample({ version: 4 }) }) },
    );
    await press('更多');
    await press(/^取消优先办理/);
    await press('确认取消优先');
    expect(sentTo(calls, 'markGreenChannel')).toMatchObject([{ version: 3, reason: null }]);
  });

  it('asks for all missing papers at once: ticked ones by name, others a line each, and says it is the only time', async () => {
    const calls = await openPage(
      { actions: ['askPapers'] },
      { askPapers: () => ({ case: caseSample({ version: 4, state: 'papersAsked', actions: [] }) }) },
    );
    await press('更多');
    await press(/^请家属补材料/);
    const sheet = within(screen.getByRole('dialog', { name: '请家属补材料' }));
    expect(sheet.getByText('只能问一次')).toBeVisible();
    fireEvent.click(sheet.getByRole('checkbox', { name: '费用清单' }));
    fireEvent.click(sheet.getByRole('checkbox', { name: /^医保结算单/ }));
    type('别的材料', '校医院的转诊单\n\n学校的证明；');
    fireEvent.click(sheet.getByRole('button', { name: '现有材料还算不出金额。' }));
    fireEvent.click(sheet.getByRole('button', { name: '确认请家属补材料' }));
    await settle();
    expect(sentTo(calls, 'askPapers')).toMatchObject([
      {
        papers: ['itemisedList', 'socialInsuranceSettlement'],
        others: ['校医院的转诊单', '学校的证明'],
        reason: '现有材料还算不出金额。',
      },
    ]);
  });

  it('keeps a sheet open with what was entered when its step is refused, says why, and at which field', async () => {
    await openPage(
      { actions: ['refuse'] },
      {
        refuseClaim: () =>
          refusal('INVALID_INPUT', textOf('INVALID_INPUT'), [
            { path: 'reason', code: 'FIELD_INVALID', message: '最多 200 个字。' },
          ]),
      },
    );
    await press('不予赔付');
    type('原因（家属会原样看到）', '不是意外');
    await press('确认不予赔付');
    const sheet = within(screen.getByRole('dialog', { name: '不予赔付' }));
    expect(sheet.getByText('最多 200 个字。')).toBeVisible();
    expect(sheet.getByText(/call-1/)).toBeVisible();
    expect(field('原因（家属会原样看到）').value).toBe('不是意外');
    await press('关闭');
    await press('不予赔付');
    expect(field('原因（家属会原样看到）').value).toBe('不是意外');
  });

  it('approves only after the amount and what each payee gets of it were shown', async () => {
    const heirs = [1, 2].map((weight) => ({
      relation: 'heir' as const,
      holder: `继承人${weight}`,
      maskedNumber: '**** 4567',
      bank: '农商银行',
      weight,
      proof: null,
    }));
    const calls = await openPage(
      {
        state: 'assessed',
        statement: medicalStatement,
        actions: ['approve'],
        payees: heirs,
        orderedFen: 30_445,
      },
      { approveClaim: () => ({ case: caseSample({ version: 4, state: 'approved', actions: [] }) }) },
    );
    await press('批准赔付');
    const sheet = within(screen.getByRole('dialog', { name: '批准赔付' }));
    expect(sheet.getByText('已经预付 304.45 元，这次再付 2,000.00 元')).toBeVisible();
    expect(sheet.getByText(/继承人1.*666\.67 元/)).toBeVisible();
    expect(sheet.getByText(/继承人2.*1,333\.33 元/)).toBeVisible();
    await press('批准 2,304.45 元');
    expect(sentTo(calls, 'approveClaim')).toEqual([
      { requestId: expect.any(String) as string, claimId, version: 3 },
    ]);
  });
});

describe('the facts of a case', () => {
  it('are held against the rules while they are typed, without writing', async () => {
    const calls = await openPage({});
    expect(screen.queryByText('2,304.45')).toBeNull();
    await fillInvoice();
    await rest();
    expect(screen.getByText(medicalPart.formula)).toBeVisible();
    expect(sentTo(calls, 'previewAssessment')).toHaveLength(1);
    expect(sentTo(calls, 'assessClaim')).toEqual([]);
  });

  it('are not handed in with an amount that cannot be read', async () => {
    const calls = await openPage({});
    await fillInvoice();
    type('发票金额', '38605x');
    await press('提交审核');
    expect(screen.getByRole('alert')).toHaveTextContent('两位小数');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(sentTo(calls, 'assessClaim')).toEqual([]);
  });

  it('show what the rules refuse at its own field, and are not handed in before it is mended', async () => {
    await openPage(
      {},
      {
        previewAssessment: () =>
          refusal('FACTS_WRONG', textOf('FACTS_WRONG'), [
            {
              path: 'facts.benefits.0.invoices.0.note',
              code: 'FACTS_WRONG',
              message: '只认一部分，请写为什么，家里人会看到。',
            },
          ]),
      },
    );
    await fillInvoice();
    type('其中能赔的', '３６００');
    await rest();
    expect(screen.getByRole('alert')).toHaveTextContent('只认一部分');
    expect(screen.getByText('先改标红的地方')).toBeVisible();
    await press('提交审核');
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are of every benefit that the policies cover, with refused parts and goodwill, sent as the contract has them', async () => {
    const calls = await openPage(
      { policies: [{ ...policyPart, allowancePerDayFen: 5_000, illnessSumFen: 3_000_000 }] },
      { assessClaim: () => ({ case: caseSample({ version: 4, state: 'assessed', actions: [] }) }) },
    );
    await press('去掉意外医疗');
    await press('住院津贴');
    pickDay('入院日期', '2026-05-29');
    pickDay('出院日期', '2026-06-02');
    await press('意外伤残');
    type('伤在哪里', '右手食指缺失');
    type('条目编码', '７.１.１');
    await press('9 级', 'radio');
    pickDay('评残的日子', '2026-06-04');
    await press('意外身故');
    pickDay('去世的日子', '2026-06-04');
    await press('重大疾病');
    type('诊断书上的病名', '恶性肿瘤');
    pickDay('确诊的日子', '2026-06-03');
    await press('加一项不赔的部分');
    type('哪一部分不赔', '护工费');
    type('依据哪一条', '第四条');
    await press('不属于条款说的医疗费用。');
    await press('加一笔通融');
    type('这笔是什么', '交通费补助');
    type('通融金额', '200');
    await press('家庭确有困难，酌情补助。');
    await rest();
    await press('提交审核');
    await press('发票、清单和病历相符，按规则计算。');
    await press('确认提交审核');
    expect(sentTo(calls, 'assessClaim')).toMatchObject([
      {
        facts: {
          benefits: [
            { kind: 'allowance', stays: [{ admittedOn: '2026-05-29', dischargedOn: '2026-06-02' }] },
            {
              kind: 'disability',
              injuries: [{ code: '7.1.1', part: '右手食指缺失', grade: 9 }],
              ratedOn: '2026-06-04',
              inTreatment: false,
            },
            { kind: 'death', diedOn: '2026-06-04', paidByOtherInsurersFen: 0 },
            { kind: 'illness', disease: '恶性肿瘤', diagnosedOn: '2026-06-03' },
          ],
          refused: [{ what: '护工费', reason: '不属于条款说的医疗费用。', clause: '第四条' }],
          exGratia: [{ label: '交通费补助', amountFen: 20_000, reason: '家庭确有困难，酌情补助。' }],
        },
      },
    ]);
  });

  it('stay on the phone until they are handed in', async () => {
    const { unmount } = await openPage({});
    type('发票金额', '３８６０．５０');
    unmount();
    await openPage({});
    expect(field('发票金额').value).toBe('３８６０．５０');
  });

  it('of an assessment that comes back are those that were handed in', async () => {
    const shown = { current: caseSample() };
    const assessedStep = { state: 'assessed' as const, stateText: '', at, role: 'handler' as const };
    const steps = [...caseSample().steps, { ...assessedStep, staffName: '周敏', reason: '按发票计算' }];
    await openPage(shown, {
      attendCase: () => ({ version: shown.current.version, others: [] }),
      assessClaim: ({ facts }) => {
        const assessed = caseSample({ version: 4, state: 'assessed', actions: [], steps });
        shown.current = { ...assessed, facts: facts as CaseView['facts'], statement: medicalStatement };
        return { case: shown.current };
      },
    });
    await fillInvoice();
    await rest();
    await handIn();
    expect(screen.queryByRole('textbox', { name: '发票金额' })).toBeNull();
    shown.current = { ...shown.current, version: 5, state: 'returned', actions: ['assess'] };
    await settle(45_000);
    await press('看新的进度');
    expect(field('发票金额').value).toBe('3860.50');
    expect(field('医保或别处已报').value).toBe('1200.00');
  });

  it('of an advance are kept apart from those of the decision', async () => {
    const calls = await openPage(
      { actions: ['assess', 'proposeAdvance'] },
      { proposeAdvance: () => ({ case: caseSample({ version: 4 }) }) },
    );
    type('发票金额', '9000');
    await press('更多');
    await press(/^先付一部分/);
    expect(field('发票金额').value).toBe('');
    await fillInvoice();
    await rest();
    await press('先付一部分（预付）');
    await press('这一部分已经能确定，先付给家属。');
    await press('确认先付一部分（预付）');
    expect(sentTo(calls, 'proposeAdvance')).toMatchObject([
      { facts: { benefits: [{ invoices: [{ amountFen: 386_050 }] }] } },
    ]);
    expect(field('发票金额').value).toBe('9000');
  });

  it('are shown as a bill of each policy, with what is refused and what is given beyond', async () => {
    const second = { ...medicalPart, policyId: 'pol_b', policyNumber: '350421000002', totalFen: 50_000 };
    await openPage({
      state: 'assessed',
      actions: [],
      facts: { benefits: [], refused: [], exGratia: [] },
      statement: {
        parts: [medicalPart, second],
        refused: [{ what: '护工费', reason: '不在条款内。', clause: '第四条' }],
        exGratia: [{ label: '交通费', amountFen: 20_000, reason: '家庭困难' }],
        totalFen: 300_445,
      },
    });
    expect(screen.getByText(/350421000002/)).toBeVisible();
    expect(screen.getByText('不赔：护工费')).toBeVisible();
    expect(screen.getByText('通融：交通费')).toBeVisible();
    expect(screen.getByText(/^3,004$|3,004\.45/)).toBeVisible();
  });
});

describe('two colleagues at one case', () => {
  it('tells who else has it open', async () => {
    await openPage({}, { attendCase: () => ({ version: 3, others: ['周敏'] }) });
    expect(screen.getByRole('status')).toHaveTextContent('周敏也打开了这件案子');
  });

  it('gives a sign every 45 seconds while it is shown', async () => {
    const calls = await openPage({});
    expect(sentTo(calls, 'attendCase')).toHaveLength(1);
    await settle(45_000);
    await settle(45_000);
    expect(sentTo(calls, 'attendCase')).toEqual([{ claimId }, { claimId }, { claimId }]);
  });

  it('offers the new state as soon as a sign brings word of it', async () => {
    const shown = { current: caseSample() };
    await openPage(shown, { attendCase: () => ({ version: 4, others: [] }) });
    await fillInvoice();
    expect(screen.getByRole('status')).toHaveTextContent('刚被别人改过');
    shown.current = caseSample({ version: 4 });
    await press('看新的进度');
    expect(screen.getByRole('status')).toHaveTextContent('您填的没有丢');
    expect(field('发票金额').value).toBe('3860.50');
  });

  it('keeps what was entered when somebody was quicker, says what happened, and goes on from there', async () => {
    const shown = { current: caseSample() };
    let refusals = 1;
    const calls = await openPage(shown, {
      assessClaim: (input) => {
        if (refusals > 0) {
          refusals -= 1;
          const step = { state: 'registered' as const, stateText: '', at, role: 'handler' as const };
          shown.current = caseSample({
            version: 4,
            steps: [
              ...caseSample().steps,
              { ...step, staffName: '李芳', reason: '事故原因需要进一步核实。' },
            ],
          });
          return refusal('VERSION_CHANGED', textOf('VERSION_CHANGED'));
        }
        return { case: caseSample({ version: Number(input.version) + 1, state: 'assessed', actions: [] }) };
      },
    });
    await fillInvoice();
    await rest();
    await handIn();
    expect(screen.getByRole('status')).toHaveTextContent('刚被别人改过');
    await press('看新的进度');
    expect(screen.getByRole('status')).toHaveTextContent(
      '李芳（理赔经办人）：立案（事故原因需要进一步核实）',
    );
    expect(field('发票金额').value).toBe('3860.50');
    expect(field('医保或别处已报').value).toBe('1200');

    await press('提交审核');
    await press('确认提交审核');
    const assessed = sentTo(calls, 'assessClaim');
    expect(assessed.map((input) => input.version)).toEqual([3, 4]);
    expect(assessed[1]?.facts).toEqual(assessed[0]?.facts);
    expect(assessed[1]?.reason).toBe(assessed[0]?.reason);
    expect(assessed[0]?.requestId).not.toBe(assessed[1]?.requestId);
    expect(screen.getByRole('status')).toHaveTextContent('已提交审核');
  });
});

describe('what a case shows', () => {
  it('is what is out of the ordinary: objection, consent, panel with votes, advance, notices', async () => {
    await openPage({
      consentAwaited: true,
      objection: { at, reason: '少算了一张发票' },
      panel: {
        reason: '有不同意见',
        openedAt: at,
        votes: [{ staffName: '孙丽', choice: 'pay', reason: '证据充分', at }],
        outcome: null,
      },
      advance: {
        statement: medicalStatement,
        reason: '医药费已经确定',
        proposedAt: at,
        proposedBy: '周敏',
        approvedAt: null,
      },
      papers: [{ url: 'https://kept/list.jpg', at }],
      notices: [
        { at, papers: [{ called: '费用清单', photos: [0] }], answeredAt: at, allowedReason: null },
        {
          at: at + 1,
          papers: [{ called: '病历', photos: [] }],
          answeredAt: null,
          allowedReason: '案情有新变化',
        },
      ],
    });
    expect(screen.getByText('少算了一张发票')).toBeVisible();
    expect(screen.getByText(/本人还没确认身故保额/)).toBeVisible();
    expect(screen.getByText('孙丽：应当赔付')).toBeVisible();
    expect(screen.getByText(/周敏 .*医药费已经确定/)).toBeVisible();
    expect(screen.getByText('等批准')).toBeVisible();
    expect(screen.getByText(/主管同意再问：案情有新变化/)).toBeVisible();
    expect(screen.getByText('还没补来')).toBeVisible();
    expect(screen.getByText('费用清单（第 1 张）')).toBeVisible();
    expect(screen.getByRole('button', { name: '看大图：第 1 张材料，费用清单' })).toBeVisible();
  });

  it('is who gets which share, and the paper that proves it with one press', async () => {
    const heir = { relation: 'heir' as const, maskedNumber: '**** 4567', bank: '农商银行' };
    await openPage({
      payees: [
        { ...heir, holder: '李秀英', weight: 2, proof: 1 },
        { ...heir, holder: '王建国', weight: 1, proof: null },
      ],
      papers: [
        { url: 'https://papers/1', at },
        { url: 'https://papers/2', at },
      ],
    });
    expect(screen.getByText('2/3')).toBeVisible();
    await press(/^李秀英（法定继承人）/);
    await press(/第 2 张材料，李秀英的证明/);
    expect(seen.calls).toContainEqual({
      name: 'previewImage',
      options: { current: 'https://papers/2', urls: ['https://papers/1', 'https://papers/2'] },
    });
  });

  it('is what the family said, played, stopped, and asked for again when it did not sound', async () => {
    await openPage({ voice: { url: 'https://papers/voice.mp3' } });
    const done = (name: string) => seen.calls.filter((call) => call.name === name).length;
    await press('听家属说的经过');
    await press('停');
    expect([done('player.play'), done('player.destroy')]).toEqual([1, 1]);
    await press('听家属说的经过');
    await act(async () => player.tell('error'));
    expect(screen.getByText('没有放出来，请再按一次。')).toBeVisible();
    await press('听家属说的经过');
    await act(async () => player.tell('ended'));
    expect(screen.getByRole('button', { name: '听家属说的经过' })).toBeVisible();
  });

  it('is which specialist filled it in for the family, by the ends of the name, and when the family sent it', async () => {
    await openPage({ assistedBy: { maskedName: '林*芳', sentAt: instantAt('2026-06-05', '09:12') } });
    const line = screen.getByText('服务专员林*芳替家里填写，家属核对后自己发出');
    expect(within(line.parentElement ?? line).getByText('2026年6月5日 09:12')).toBeVisible();
  });

  it('leads from one case of the queue to the next', async () => {
    rememberWalk(['clm_before', claimId, 'clm_after']);
    await openPage({});
    await press('下一件');
    await press('上一件');
    expect(seen.navigations).toEqual([
      'redirectTo /packages/desk/pages/case/case?claimId=clm_after',
      'redirectTo /packages/desk/pages/case/case?claimId=clm_before',
    ]);
  });
});
