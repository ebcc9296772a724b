import { act, fireEvent, renderHook, screen, waitFor } from '@testing-library/react';
import type { CoverForPerson, PolicyAnswer } from 'shared/claim/check-cover.contract';
import type { MemberInput } from 'shared/household/member.schema';
import { EMPTY_CLAIM_DRAFT } from '@/features/claim/claim-draft';
import { readStored, writeStored } from '@/lib/storage/storage';
import { useTheme } from '@/lib/theme/theme';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { seen } from '../../../../../test/components/taro';
import BeforePage from './before';

const covers: CoverForPerson = {
  accident: { shareFen: 6_666_667, leftFen: 6_666_667, consentAwaited: false },
  medical: {
    limitFen: 1_200_000,
    leftFen: 1_000_000,
    deductibleFen: 10_000,
    ratioAfterSocialInsurance: 9_000,
    ratioWithoutSocialInsurance: 8_000,
  },
  allowance: null,
  illness: null,
};
const answering: PolicyAnswer = {
  policyId: policySample.policyId,
  planName: '家庭意外险 100 元',
  isSample: false,
  insurerName: '示例人寿',
  hotline: '95519',
  elsewhere: false,
  startDay: '2026-01-02',
  lastDay: '2027-01-01',
  answer: 'answers',
  whyNot: null,
  covers,
};
const ended: PolicyAnswer = {
  ...answering,
  planName: '去年的意外险',
  answer: 'ended',
  whyNot: '保障到2026年1月1日为止，那天已经到期。',
  covers: null,
};
const checked = (...policies: PolicyAnswer[]) => ({
  today: TODAY,
  personName: '王小雨',
  day: TODAY,
  policies,
});
const estimated = {
  parts: [
    {
      planName: '家庭意外险 100 元',
      benefit: 'medical',
      formula: '（能赔的费用 3,860.50 − 免赔额 100.00）× 80% = 3,008.40',
      totalFen: 300_840,
    },
  ],
  totalFen: 300_840,
  isSample: false,
};

const show = (operations: Record<string, Operation> = {}, members: MemberInput[] = []) => {
  const household = members.length === 0 ? null : { villageName: '', phone: '', contact: null, members };
  const cloud = cloudAnswers({
    listMyPolicies: () => ({ today: TODAY, policies: [policySample] }),
    getHousehold: () => ({ household }),
    checkCover: () => checked(answering),
    estimateClaim: () => estimated,
    ...operations,
  });
  renderPage(<BeforePage />);
  return cloud;
};
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole('radio', { name }));
const press = async (name: string) => {
  await act(async () => fireEvent.click(screen.getByRole('button', { name })));
};
const type = (name: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
/** A report was begun for the daughter, today. */
const begun = { ...EMPTY_CLAIM_DRAFT, policyId: policySample.policyId, personIndex: 2, accidentDay: TODAY };
const asksAboutDaughter = () => writeStored('draft:claim', begun);

describe('before a report', () => {
  it('asks for person and day first', async () => {
    const cloud = show();
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('请选一位家人。')).toBeInTheDocument();
    expect(screen.getByText('请选出事的日子。')).toBeInTheDocument();
    expect(cloud.calls.map(({ name }) => name)).not.toContain('checkCover');
  });

  it('offers everybody on the policies and who is remembered besides, each once', async () => {
    const wife = { name: '李秀英', idNumber: '350421198108020019', relation: 'spouse' } as const;
    const son = { name: '王小海', idNumber: '350421201501010071', relation: 'son' } as const;
    show({}, [wife, son]);
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    const names = screen.getAllByRole('radio').map((radio) => radio.textContent);
    expect(names).toHaveLength(4);
    expect(names[3]).toContain('王小海');
  });

  it('goes from the day over the cover and rough figures to an estimate that is said to be one, and the papers', async () => {
    asksAboutDaughter();
    const cloud = show();
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('那天有保障')).toBeInTheDocument();
    expect(screen.getByText(/还剩 10,000 元；自己先承担 100 元/)).toBeInTheDocument();
    expect(cloud.calls.find(({ name }) => name === 'checkCover')?.input).toEqual({
      person: { from: 'policy', policyId: policySample.policyId, position: 2 },
      day: TODAY,
    });

    choose(/看病花了钱/);
    choose('交通事故');
    await press('下一步');
    type('看病一共花了多少', '3860.50');
    choose('没走医保');
    await press('算算大概能赔多少');
    expect(await screen.findByText('估算，大概能赔')).toBeInTheDocument();
    expect(screen.getByText(/不是承诺/)).toBeInTheDocument();
    expect(screen.getByText(/× 80% = 3,008.40/)).toBeInTheDocument();
    expect(cloud.calls.find(({ name }) => name === 'estimateClaim')?.input).toMatchObject({
      day: TODAY,
      figures: [{ kind: 'medical', billFen: 386_050, afterSocialInsurance: false, paidByOthersFen: 0 }],
    });
    // A child is proved by the household book; a road has its report.
    expect(screen.getByText('医院发票')).toBeInTheDocument();
    expect(screen.getByText('户口本')).toBeInTheDocument();
    expect(screen.getByText('交警的事故认定书')).toBeInTheDocument();
    expect(screen.getByText('放平，四个角都在画面里')).toBeInTheDocument();
    await press('我要理赔');
    expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/who/who']);
  });

  it('begins the report with what was answered here, and leaves one that was begun as it is', async () => {
    show();
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    choose(/王小雨/);
    fireEvent.change(screen.getByLabelText('哪一天'), { target: { value: TODAY } });
    await press('查那天有没有保障');
    await screen.findByText('那天有保障');
    choose(/人不在了/);
    choose('溺水');
    await press('算算大概能赔多少');
    await screen.findByText('估算，大概能赔');
    await press('我要理赔');
    expect(readStored('draft:claim')).toMatchObject({
      policyId: policySample.policyId,
      personIndex: 2,
      accidentDay: TODAY,
      kind: 'death',
      cause: 'drowning',
    });
  });

  it('says why there was no cover, and leads to the phone', async () => {
    asksAboutDaughter();
    show({ checkCover: () => checked(ended) });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('那天没有保障')).toBeInTheDocument();
    expect(screen.getByText('保障到2026年1月1日为止，那天已经到期。')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '打电话 95519 问' })).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup', { name: '怎么了' })).toBeNull();
  });

  it('says so when nothing is known of a person', async () => {
    asksAboutDaughter();
    show({ checkCover: () => checked() });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText(/没有查到他的保单/)).toBeInTheDocument();
  });

  it('shows what somebody else`s policy covers without an estimate, which would tell what was paid', async () => {
    asksAboutDaughter();
    const theirs: PolicyAnswer = {
      ...answering,
      policyId: null,
      covers: { ...covers, accident: { shareFen: 10_000_000, leftFen: null, consentAwaited: true } },
    };
    const cloud = show({ checkCover: () => checked(theirs) });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('单位或别家给保的')).toBeInTheDocument();
    expect(screen.getByText('身故保障待本人确认')).toBeInTheDocument();
    choose(/人不在了/);
    choose('溺水');
    await press('看要准备的材料');
    expect(await screen.findByText('死亡证明')).toBeInTheDocument();
    expect(cloud.calls.map(({ name }) => name)).not.toContain('estimateClaim');
    expect(screen.getByRole('button', { name: '打电话 95519 问' })).toBeInTheDocument();
  });

  it('files by the own policy what another`s policy answers for, though the own one has ended', async () => {
    asksAboutDaughter();
    show({ checkCover: () => checked({ ...answering, policyId: null }, ended) });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('那天不保的')).toBeInTheDocument();
    choose(/人不在了/);
    choose('溺水');
    await press('算算大概能赔多少');
    await screen.findByText('估算，大概能赔');
    await press('我要理赔');
    expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/who/who']);
  });

  it('leads back to the day that the cloud refuses, with its words', async () => {
    asksAboutDaughter();
    const message = '出事的日子比这位家人的出生日还早，请核对。';
    show({
      checkCover: () =>
        refusal('ACCIDENT_BEFORE_BIRTH', message, [{ path: 'day', code: 'ACCIDENT_BEFORE_BIRTH', message }]),
    });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(screen.getByLabelText('哪一天')).toBeInTheDocument();
  });

  it('stays where it is when the cloud cannot be reached, with the number to call about', async () => {
    asksAboutDaughter();
    show({ checkCover: () => refusal('BUSY', '同时办理的人较多，请稍等几秒再试。') });
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    expect(await screen.findByText('编号 call-1')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '查那天有没有保障' })).toBeInTheDocument();
  });

  it('asks one thing at a time in the elder edition', async () => {
    const { result } = renderHook(() => useTheme());
    act(() => result.current.setElder(true));
    asksAboutDaughter();
    show();
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    expect(screen.queryByLabelText('哪一天')).toBeNull();
    await press('下一步');
    expect(await screen.findByLabelText('哪一天')).toBeInTheDocument();
    await press('查那天有没有保障');
    await screen.findByText('那天有保障');
    expect(screen.queryByRole('radiogroup', { name: '怎么了' })).toBeNull();
    await press('下一步');
    choose(/看病花了钱/);
    await press('下一步');
    expect(screen.queryByRole('radiogroup', { name: '怎么了' })).toBeNull();
    await press('上一步');
    expect(screen.getByRole('radio', { name: /看病花了钱/ })).toBeChecked();
    act(() => result.current.setElder(false));
  });

  it('keeps an amount that is none out, at its field', async () => {
    asksAboutDaughter();
    const cloud = show();
    await screen.findByRole('radiogroup', { name: '哪位家人' });
    await press('查那天有没有保障');
    await screen.findByText('那天有保障');
    choose(/看病花了钱/);
    choose('交通事故');
    await press('下一步');
    choose('走了医保');
    for (const [bill, others, words] of [
      ['-5', '0', /金额不对/],
      ['12.345', '0', /金额不对/],
      ['1000000.01', '0', /金额不对/],
      ['100', '100.01', /报销的钱不会比总费用还多/],
    ] as const) {
      type('看病一共花了多少', bill);
      type('医保和别处一共报了多少', others);
      await press('算算大概能赔多少');
      expect(await screen.findByText(words)).toBeInTheDocument();
    }
    expect(cloud.calls.map(({ name }) => name)).not.toContain('estimateClaim');
    type('看病一共花了多少', '1000000');
    await press('算算大概能赔多少');
    await waitFor(() => expect(cloud.calls.map(({ name }) => name)).toContain('estimateClaim'));
  });
});
