import { act, fireEvent, screen } from '@testing-library/react';
import { WANG } from 'shared/testing/cast';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { offerSample } from '../../../../../test/components/plan-sample';
import { emptyPurchase, type Purchase } from '@/features/order/purchase';
import { writeStored } from '@/lib/storage/storage';
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
  checked: WANG.members.map((member, position) => ({
    name: member.name,
    mustSign: position < 2,
    accidentShareFen: 66_666_66,
    allowancePerDayFen: 0,
    illnessSumFen: 0,
  })),
};

const open = async (changes: Partial<Purchase>) => {
  writeStored('draft:purchase', { ...renewing, ...changes });
  const cloud = cloudAnswers({
    listPlans: () => offerSample,
    buyCover: () => refusal('RENEWAL_OVER', '这份保单续保的时间过了，请重新买一份。'),
  });
  renderPage(<PayPage />);
  await screen.findByText('家庭意外险 100 元');
  return cloud;
};
const pay = () => screen.getByRole('button', { name: /微信支付 100 元/ });
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
    fireEvent.click(pay());
    await act(async () => undefined);
    expect(sent(cloud)).toEqual([]);
  });

  it('names the policy that is renewed, and shows what the cloud refuses', async () => {
    const cloud = await open({ signatures: [0, 1].map((memberIndex) => ({ memberIndex, strokes: name })) });
    fireEvent.click(pay());
    await act(async () => undefined);
    await act(async () => undefined);
    expect(sent(cloud)).toMatchObject([{ input: { renewsPolicyId: policyId, planId: 'plan-100' } }]);
    expect(screen.getByText('这份保单续保的时间过了，请重新买一份。')).toBeInTheDocument();
  });

  it('leaves signing to its own page in a first purchase', async () => {
    await open({ renewsPolicyId: '' });
    expect(screen.queryByText('王建国，请您签名')).toBeNull();
  });
});
