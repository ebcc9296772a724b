import { screen } from '@testing-library/react';
import type { CaseView } from 'shared/claim/case-view';
import { textOf } from 'shared/errors/catalogue';
import { factsOf, invoiceOf, medicalFacts } from 'shared/testing/sample-answers';
import { medicalPart, medicalStatement } from 'shared/testing/sample-claims';
import { refusal } from '../../../../../test/components/cloud';
import { caseSample, policyPart } from '../../../../../test/components/desk-samples';
import { settle } from '../../../../../test/components/settle';
import {
  at,
  field,
  fillInvoice,
  handIn,
  openPage,
  pickDay,
  press,
  rest,
  sentTo,
  type,
} from '../../../../../test/components/desk-case';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

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

  it('that were entered before are there when a case is opened again, with what was seen of them elsewhere', async () => {
    const seenTwice: CaseView['warnings'] = [
      { kind: 'samePhoto', places: [0], claimNumbers: ['35042126000000000007'] },
      { kind: 'sameNumber', places: [0], claimNumbers: ['35042126000000000007'] },
    ];
    const reopened = {
      state: 'reopened' as const,
      statement: null,
      facts: factsOf(medicalFacts([invoiceOf(386_050, 120_000, { number: '00123456' })])),
      warnings: seenTwice,
    };
    const told = () => screen.getByText(/出现过不止一次/).textContent;
    const words =
      '第 1 张照片，别的案件里也交过：案号 35042126000000000007。' +
      '第 1 张发票的号码，出现过不止一次：案号 35042126000000000007。这只是提醒，是不是同一张由您判断。';
    const first = await openPage(reopened, {
      previewAssessment: () => refusal('INTERNAL', textOf('INTERNAL'), []),
    });
    expect(field('发票金额').value).toBe('3860.50');
    expect(told()).toBe(words);
    first.unmount();
    await openPage(reopened, {
      previewAssessment: () => ({ statement: medicalStatement, warnings: seenTwice }),
    });
    await rest();
    expect(told()).toBe(words);
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
