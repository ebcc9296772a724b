import { act, fireEvent, screen } from '@testing-library/react';
import { WANG } from 'shared/testing/cast';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { offerSample, salePage } from '../../../../../test/components/plan-sample';
import { seen } from '../../../../../test/components/taro';
import { emptyPurchase, type Purchase } from '@/features/order/purchase';
import { readStored, writeStored } from '@/lib/storage/storage';
import PayPage from './pay';

const policyId = `pol_${'a'.repeat(24)}`;
const name: Purchase['signatures'][number]['strokes'] = [
  Array.from({ length: 12 }, (_, step) => [20 + step * 8, 40 + (step % 3) * 6, step * 16]),
  Array.from({ length: 8 }, (_, step) => [60 + step * 5, 30 + step * 4, 300 + step * 16]),
];
const renewing: Purchase = {
  ...emptyPurchase,
  planId: 'plan-100',
  planVersion: 1,
  priceFen: 100_00,
  renewsPolicyId: policyId,
  members: [...WANG.members],
  phone: WANG.phone,
  startDay: '2027-06-02',
  lastDay: '2027-06-01',
  checked: WANG.members.map((member, position) => ({
    name: member.name,
    mustSign: position < 2,
    accidentShareFen: 66_666_66,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
};

const health = {
  ...salePage('health', 'health'),
  sections: [{ heading: '请如实告知', paragraphs: ['所有家人身体健康。'] }],
};

const open = async (changes: Partial<Purchase>) => {
  writeStored('draft:purchase', { ...renewing, ...changes });
  const cloud = cloudAnswers({
    listPlans: () => offerSample,
    readDocument: () => ({ planId: 'plan-100', insurerName: '公司', filingNumber: '1 号', document: health }),
    buyCover: () => refusal('RENEWAL_OVER', '这份保单续保的时间过了，请重新买一份。'),
  });
  renderPage(<PayPage />);
  await screen.findByText('家庭意外险 100 元');
  return cloud;
};
const pay = () => screen.findByRole('button', { name: /微信支付 100 元/ });
const sent = ({ calls }: ReturnType<typeof cloudAnswers>) =>
  calls.filter(({ name: of }) => of === 'buyCover');

describe('paying for a renewal', () => {
  it('asks each adult to sign on the same page, and nobody else', async () => {
    await open({});
    expect(screen.getByText('王建国，请您签名')).toBeInTheDocument();
    expect(screen.getByText('李秀英，请您签名')).toBeInTheDocument();
    expect(screen.queryByText('王小雨，请您签名')).toBeNull();
  });

  it('takes no money before every adult has written a name', async () => {
    const scratch: Purchase['signatures'][number]['strokes'] = [[[10, 10, 0]]];
    const cloud = await open({
      signatures: [
        { memberIndex: 0, strokes: name },
        { memberIndex: 1, strokes: scratch },
      ],
    });
    fireEvent.click(await pay());
    await act(async () => undefined);
    expect(sent(cloud)).toEqual([]);
  });

  it('names the policy that is renewed, and shows what the cloud refuses', async () => {
    const cloud = await open({ signatures: [0, 1].map((memberIndex) => ({ memberIndex, strokes: name })) });
    fireEvent.click(await pay());
    await act(async () => undefined);
    await act(async () => undefined);
    expect(sent(cloud)).toMatchObject([{ input: { renewsPolicyId: policyId, planId: 'plan-100' } }]);
    expect(screen.getByText('这份保单续保的时间过了，请重新买一份。')).toBeInTheDocument();
    expect(seen.calls).toContainEqual({
      name: 'pageScrollTo',
      options: expect.objectContaining({ selector: '#pay-failure' }) as unknown,
    });
  });

  it('shows what is declared above the signatures, and counts it as confirmed by the press that pays', async () => {
    const cloud = await open({
      signatures: [0, 1].map((memberIndex) => ({ memberIndex, strokes: name })),
    });
    expect(await screen.findByText('所有家人身体健康。')).toBeInTheDocument();
    expect(screen.getByText('续上以后，保障不断')).toBeInTheDocument();
    expect(readStored('draft:purchase')).toMatchObject({ confirmations: [] });
    fireEvent.click(screen.getByRole('button', { name: '以上属实，微信支付 100 元' }));
    await act(async () => undefined);
    expect(sent(cloud)).toMatchObject([
      { input: { confirmations: [{ documentId: 'health', sha256: health.sha256 }] } },
    ]);
  });

  it('cannot be paid before the declaration can be read', async () => {
    writeStored('draft:purchase', renewing);
    cloudAnswers({ listPlans: () => offerSample, readDocument: () => refusal('BUSY', '请稍等') });
    renderPage(<PayPage />);
    expect(await screen.findByText('请稍等')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /微信支付/ })).toBeNull();
  });
});

describe('paying for a first purchase', () => {
  const buys = { renewsPolicyId: '', lastDay: '' };

  it('asks for the same signatures and declares nothing', async () => {
    await open(buys);
    expect(screen.getByText('王建国，请您签名')).toBeInTheDocument();
    expect(screen.queryByText('所有家人身体健康。')).toBeNull();
    expect(screen.getByText('还差王建国、李秀英签名')).toBeInTheDocument();
    expect(screen.getByText('王小雨未满 18 岁，由父母投保，不用签名。')).toBeInTheDocument();
  });

  it('lets an adult who is not here confirm later, and never the one who buys', async () => {
    await open(buys);
    expect(screen.queryByRole('button', { name: /王建国不在身边/ })).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: '李秀英不在身边，发给本人确认' }));
    expect(screen.getByText('发给本人确认')).toBeInTheDocument();
    expect(readStored('draft:purchase')).toMatchObject({ later: [1] });
    expect(screen.getByText('还差王建国签名')).toBeInTheDocument();
  });
});
