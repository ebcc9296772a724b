import { fireEvent, screen, waitFor } from '@testing-library/react';
import { EMPTY_CLAIM_DRAFT, type ClaimDraft } from '@/features/claim/claim-draft';
import { readStored, writeStored } from '@/lib/storage/storage';
import { claimSample, policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { answers, seen } from '../../../../../test/components/taro';
import AccountPage from './account';

const draft: ClaimDraft = {
  ...EMPTY_CLAIM_DRAFT,
  policyId: policySample.policyId,
  personIndex: 2,
  kind: 'medical',
  cause: 'fall',
  accidentDay: '2026-06-04',
  accidentTime: '14:30',
  place: '村口下坡的路上',
  description: '骑车摔倒，左手骨折。',
  photos: [{ path: 'a.jpg', fileId: 'cloud://x/claims-inbox/a.jpg' }],
  holder: '王建国',
  number: '6222021402001234567',
  bank: '农商银行',
};

const listMyPolicies = () => ({ today: TODAY, policies: [policySample] });
const submit = async () => fireEvent.click(await screen.findByRole('button', { name: '提交理赔' }));
const keptDraft = () => readStored('draft:claim');
const sent = (cloud: ReturnType<typeof cloudAnswers>) =>
  cloud.calls.filter(({ name }) => name === 'fileClaim').map(({ input }) => input);

beforeEach(() => {
  writeStored('draft:claim', draft);
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
});

describe('sending a report', () => {
  it('leads to the step of the earliest fault the server found, marked, with nothing lost', async () => {
    cloudAnswers({
      listMyPolicies,
      fileClaim: () =>
        refusal('NOT_COVERED_THAT_DAY', '出事那天不在保障期内，请核对日期。', [
          { path: 'account.holder', code: 'ACCOUNT_NAME_WRONG', message: '户名要是受益人本人。' },
          { path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY', message: '出事那天不在保障期内。' },
        ]),
    });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/what/what']));
    expect(keptDraft()).toEqual({
      ...draft,
      faults: [
        { path: 'account.holder', message: '户名要是受益人本人。' },
        { path: 'accidentDay', message: '出事那天不在保障期内。' },
      ],
    });
    expect(screen.getByText('户名要是受益人本人。')).toBeInTheDocument();
  });

  it('finds the step by the code alone, where the server names no place', async () => {
    cloudAnswers({
      listMyPolicies,
      fileClaim: () => refusal('PHOTO_MISSING', '照片没有传上来，请重新添加。'),
    });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/papers/papers']));
  });

  it('keeps one request id over a lost answer, a retry, and closing the app', async () => {
    const lost = cloudAnswers({
      listMyPolicies,
      fileClaim: () => Promise.reject(new Error('request:fail timeout')),
    });
    const first = renderPage(<AccountPage />);
    await submit();
    await screen.findByText('没有提交成功');
    await submit();
    await waitFor(() => expect(sent(lost)).toHaveLength(2));
    await screen.findByText('没有提交成功');
    first.unmount();

    const found = cloudAnswers({ listMyPolicies, fileClaim: () => ({ claim: claimSample }) });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toHaveLength(2));
    const ids = [...sent(lost), ...sent(found)].map(({ requestId }) => requestId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
  });

  it('sends once for a double tap, then forgets the draft and shows that it arrived', async () => {
    const cloud = cloudAnswers({ listMyPolicies, fileClaim: () => ({ claim: claimSample }) });
    renderPage(<AccountPage />);
    await submit();
    await submit();
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        'switchTab /pages/claims/claims',
        `navigateTo /packages/claim/pages/filed/filed?claimId=${claimSample.claimId}`,
      ]),
    );
    expect(sent(cloud)).toHaveLength(1);
    expect(sent(cloud)[0]).toMatchObject({
      personIndex: 2,
      photos: ['cloud://x/claims-inbox/a.jpg'],
      account: { holder: '王建国', number: '6222021402001234567', bank: '农商银行' },
    });
    expect(keptDraft()).toBeUndefined();
  });

  it('asks nobody while a step is incomplete, and leads there', async () => {
    writeStored('draft:claim', { ...draft, place: '' });
    const cloud = cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/what/what']));
    expect(sent(cloud)).toEqual([]);
  });

  it('offers only those who may receive the money: for a child the parents', async () => {
    writeStored('draft:claim', { ...draft, holder: '' });
    cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    expect(await screen.findByRole('radio', { name: '王建国' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '李秀英' })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: '王小雨' })).toBeNull();
    expect(screen.getByText('王小雨未满 18 岁，打到父母的卡上。')).toBeInTheDocument();
  });

  it('fills in the holder where there is only one', async () => {
    writeStored('draft:claim', { ...draft, personIndex: 1, holder: '' });
    cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    expect(await screen.findByRole('radio', { name: '李秀英', checked: true })).toBeInTheDocument();
  });
});

describe('the account from a photo of the bank card', () => {
  const takesPhoto = async () => {
    answers.set('chooseMedia', () => ({ tempFiles: [{ tempFilePath: 'card.jpg' }] }));
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/card.jpg' }));
    fireEvent.click(await screen.findByRole('button', { name: '拍银行卡' }));
  };
  const number = () => (keptDraft() as ClaimDraft).number;

  it('is filled in, and may be changed', async () => {
    const cloud = cloudAnswers({ listMyPolicies, readBankCard: () => ({ number: '6222021402001234563' }) });
    renderPage(<AccountPage />);
    expect(await screen.findByText(/可能有一位不对/)).toBeInTheDocument();
    await takesPhoto();
    expect(await screen.findByText(/卡号填好了，请对照银行卡看一遍/)).toBeInTheDocument();
    expect(number()).toBe('6222021402001234563');
    expect(screen.queryByText(/可能有一位不对/)).toBeNull();
    expect(cloud.calls.find(({ name }) => name === 'readBankCard')?.input).toEqual({
      fileId: 'cloud://x/claims-inbox/card.jpg',
    });
    fireEvent.change(screen.getByRole('textbox', { name: '银行卡号或存折号' }), {
      target: { value: '104012345678' },
    });
    expect(number()).toBe('104012345678');
  });

  it('leaves what was typed when it cannot be read', async () => {
    cloudAnswers({
      listMyPolicies,
      readBankCard: () => refusal('BANK_CARD_UNREADABLE', '没看清卡号。请直接手填。'),
    });
    renderPage(<AccountPage />);
    await takesPhoto();
    expect(await screen.findByText('没看清卡号。请直接手填。')).toBeInTheDocument();
    expect(number()).toBe('6222021402001234567');
  });

  it('is sent although a digit may be wrong: that is a warning', async () => {
    const cloud = cloudAnswers({ listMyPolicies, fileClaim: () => ({ claim: claimSample }) });
    renderPage(<AccountPage />);
    expect(await screen.findByText(/核对过没错，可以直接提交/)).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(sent(cloud)).toHaveLength(1));
  });
});
