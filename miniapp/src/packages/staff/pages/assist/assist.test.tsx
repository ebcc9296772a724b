import { act, fireEvent, screen } from '@testing-library/react';
import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import AssistPage from './assist';

const NUMBER = '3504212612345678901234';
const LINK = `ast_${'a'.repeat(24)}-${'b'.repeat(24)}`;
const opened: OpenedAssistance = {
  assistanceId: `ast_${'a'.repeat(24)}`,
  maskedName: '王*国',
  openedAt: 1_780_900_000_000,
  expiresAt: 1_780_900_000_000 + 7 * 86_400_000,
  standing: 'waiting',
  link: LINK,
  claim: null,
};
const family = {
  today: '2026-06-08',
  policyNumber: NUMBER,
  maskedHolderName: '王*国',
  planName: '家庭意外险 100 元',
  startDay: '2026-01-02',
  lastDay: '2027-01-01',
  persons: [
    { maskedName: '王*国', relation: 'self' },
    { maskedName: '李*英', relation: 'spouse' },
  ],
};

const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const choose = async (name: string | RegExp) => {
  const radio = await screen.findByRole('radio', { name });
  await act(async () => fireEvent.click(radio));
};
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

const openPage = (openAssistance: Operation, findFamily: Operation = () => family) => {
  const { calls } = cloudAnswers({ findFamily, openAssistance });
  renderPage(<AssistPage />);
  return () => calls.filter(({ name }) => name === 'openAssistance').map(({ input }) => input);
};
const found = async () => {
  type('保单号', NUMBER);
  await press('查这家人');
};
/** An illness: it has neither cause nor hour, so everything can be filled in without the phone's wheels but the day. */
const filledIn = async () => {
  await choose(/李\*英/);
  await choose('得了重病（重大疾病）');
  type('确诊的日子', '2026-06-01');
  type('在哪家医院确诊的', '县医院');
  type('家里怎么说的', '急性心肌梗死，住院。');
};

describe('a specialist helps a family to file', () => {
  it('asks for nothing but who, what, when, where and how', async () => {
    openPage(() => ({ assistance: opened }));
    await found();
    await choose('看病花了钱（医疗）');
    const asked = [...screen.getAllByRole('textbox'), ...screen.getAllByRole('radiogroup')].map((one) =>
      one.getAttribute('aria-label'),
    );
    expect(asked.sort()).toEqual(
      [
        '保单号',
        '谁出的事',
        '要办哪一种',
        '因为什么',
        '出事的日子',
        '大概几点钟',
        '在哪里出的事',
        '怎么出的事',
      ].sort(),
    );
    expect(screen.queryByText(/银行|照片|病历|发票/)).toBeNull();
  });

  it('says what is still to be chosen, each at its place, and calls nobody', async () => {
    const sent = openPage(() => ({ assistance: opened }));
    await found();
    await press('填好了，做链接');
    for (const words of [
      '请选出事的家人。',
      '请选一种情况。',
      '请选一个原因。',
      '请选日子。',
      '请选大概几点钟。',
    ])
      expect(screen.getByText(words)).toBeInTheDocument();
    expect(sent()).toEqual([]);
  });

  it('says what was not written in words, at its place, before anything is sent', async () => {
    const sent = openPage(() => ({ assistance: opened }));
    await found();
    await filledIn();
    type('在哪家医院确诊的', '😀😀');
    await press('填好了，做链接');
    expect(screen.getByText('请用文字写清楚，不要只写数字、标点或表情。')).toBeInTheDocument();
    expect(sent()).toEqual([]);
    type('在哪家医院确诊的', '县医院');
    await press('填好了，做链接');
    expect(sent()).toMatchObject([{ place: '县医院', description: '急性心肌梗死，住院。' }]);
  });

  it('hands over a link once it is filled in; an illness has no cause and no hour to ask for', async () => {
    const sent = openPage(() => ({ assistance: opened }));
    await found();
    await filledIn();
    expect(screen.queryByRole('radiogroup', { name: '因为什么' })).toBeNull();
    await press('填好了，做链接');
    expect(sent()).toMatchObject([
      { policyNumber: NUMBER, personIndex: 1, kind: 'illness', cause: 'illness', accidentTime: '12:00' },
    ]);
    expect(await screen.findByText('填好了，还没有报案')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: '发给家里' })).toBeInTheDocument();
    await press('再帮一家');
    expect(screen.getByLabelText('保单号')).toHaveValue('');
  });

  it('tells at once that the cover does not answer on that day, at the day, and loses nothing', async () => {
    const words = '从2026年1月2日起才有保障，那天还没有开始。他家里自己报案，会再查别处的保障。';
    openPage(() =>
      refusal('NOT_COVERED_THAT_DAY', words, [
        { path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY', message: words },
      ]),
    );
    await found();
    await filledIn();
    await press('填好了，做链接');
    expect(await screen.findByText(words)).toBeInTheDocument();
    expect(screen.getByLabelText('在哪家医院确诊的')).toHaveValue('县医院');
  });

  it('shows a number that is no policy of the village at its field', async () => {
    openPage(
      () => ({ assistance: opened }),
      () => refusal('POLICY_NOT_FOUND', '没有找到这份保单。'),
    );
    await found();
    expect(await screen.findByText('没有找到这份保单。')).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup')).toBeNull();
  });
});
