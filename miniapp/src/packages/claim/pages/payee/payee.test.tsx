import { act, fireEvent, screen } from '@testing-library/react';
import { EMPTY_CLAIM_DRAFT, newPayee, type ClaimDraft } from '@/features/claim/claim-draft';
import { readStored, writeStored } from '@/lib/storage/storage';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import PayeePage from './payee';

const payees = () => (readStored('draft:claim') as ClaimDraft).payees;
const write = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const press = async (name: string) => {
  const button = await screen.findByRole('button', { name });
  await act(async () => fireEvent.click(button));
};
const first = { ...newPayee('heir'), holder: '李秀英', number: '622202140201', bank: '农业银行' };

beforeEach(() => {
  writeStored('draft:claim', {
    ...EMPTY_CLAIM_DRAFT,
    policyId: policySample.policyId,
    personIndex: 0,
    kind: 'death',
    photos: [{ path: 'a.jpg', fileId: '' }],
    payees: [{ ...first, proof: 'a.jpg' }],
  });
  route.params = { at: '1' };
  cloudAnswers({ listMyPolicies: () => ({ today: TODAY, policies: [policySample] }) });
});

describe('one of several payees', () => {
  it('is kept while it is filled in, and goes back once nothing is to be mended', async () => {
    renderPage(<PayeePage />);
    await press('填好了');
    expect(screen.getByText('请填写户名。')).toBeInTheDocument();
    expect(screen.getByText(/请选一张能证明关系的照片/)).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);

    fireEvent.click(screen.getByRole('radio', { name: /指定的受益人/ }));
    write('户名', '王奶奶');
    write('银行卡号或存折号', '622202140202');
    fireEvent.click(screen.getByRole('button', { name: '农商银行' }));
    fireEvent.click(screen.getByRole('radio', { name: '材料第 1 张' }));
    write('占几份', '2');
    expect(screen.getByText('都填 1 就是平分。现在：3 份里占 2 份。')).toBeInTheDocument();
    await press('填好了');
    expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/account/account']);
    expect(payees()[1]).toEqual({
      relation: 'beneficiary',
      holder: '王奶奶',
      number: '622202140202',
      bank: '农商银行',
      weight: '2',
      proof: 'a.jpg',
    });
  });

  it('is an heir unless told otherwise', async () => {
    renderPage(<PayeePage />);
    await screen.findByRole('button', { name: '填好了' });
    write('户名', '王奶奶');
    write('银行卡号或存折号', '622202140202');
    fireEvent.click(screen.getByRole('button', { name: '农商银行' }));
    fireEvent.click(screen.getByRole('radio', { name: '材料第 1 张' }));
    await press('填好了');
    expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/account/account']);
    expect(payees()[1]).toMatchObject({ relation: 'heir', holder: '王奶奶' });
  });

  it('may not have an account that somebody else gave', async () => {
    renderPage(<PayeePage />);
    await press('填好了');
    write('银行卡号或存折号', '6222 0214 0201');
    await press('填好了');
    expect(screen.getByText(/这个卡号和前面一位的一样/)).toBeInTheDocument();
  });

  it('is taken away again', async () => {
    route.params = { at: '0' };
    renderPage(<PayeePage />);
    await press('不赔给这一位，删掉');
    expect(payees()).toEqual([]);
  });
});
