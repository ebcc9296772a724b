import { fireEvent, screen, within } from '@testing-library/react';
import type { CaseView } from 'shared/claim/case-view';
import type { DeskAction } from 'shared/claim/desk-actions';
import { textOf } from 'shared/errors/catalogue';
import { medicalStatement } from 'shared/testing/sample-claims';
import { refusal } from '../../../../../test/components/cloud';
import { caseSample } from '../../../../../test/components/desk-samples';
import { settle } from '../../../../../test/components/settle';
import { claimId, field, openPage, press, sentTo, type } from '../../../../../test/components/desk-case';

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

  it('says at the field that a reason is no words, and takes no step', async () => {
    const calls = await openPage({ actions: ['refuse'] }, { refuseClaim: () => ({ case: caseSample() }) });
    await press('不予赔付');
    type('原因（家属会原样看到）', '😀😀');
    const sheet = within(screen.getByRole('dialog', { name: '不予赔付' }));
    expect(sheet.getByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeVisible();
    await press('确认不予赔付');
    expect(sentTo(calls, 'refuseClaim')).toEqual([]);
    expect(field('原因（家属会原样看到）').value).toBe('😀😀');
  });

  it('says so of a missing paper that is written by hand, too', async () => {
    const calls = await openPage({ actions: ['askPapers'] });
    await press('更多');
    await press(/^请家属补材料/);
    const sheet = within(screen.getByRole('dialog', { name: '请家属补材料' }));
    fireEvent.click(sheet.getByRole('button', { name: '现有材料还算不出金额。' }));
    type('别的材料', '学校的证明\n123');
    expect(sheet.getByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeVisible();
    await press('确认请家属补材料');
    expect(sentTo(calls, 'askPapers')).toEqual([]);
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
    expect(sheet.getByText('之前付过 304.45 元，这次再付 2,000.00 元')).toBeVisible();
    expect(sheet.getByText(/继承人1.*666\.67 元/)).toBeVisible();
    expect(sheet.getByText(/继承人2.*1,333\.33 元/)).toBeVisible();
    await press('批准 2,304.45 元');
    expect(sentTo(calls, 'approveClaim')).toEqual([
      { requestId: expect.any(String) as string, claimId, version: 3 },
    ]);
  });
});
