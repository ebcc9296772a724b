import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { claimSample } from 'shared/testing/sample-claims';
import { EMPTY_CLAIM_DRAFT, newPayee, type ClaimDraft, type PayeeDraft } from '@/features/claim/claim-draft';
import { sendWaitingReport, startOutbox } from '@/features/claim/outbox';
import { readStored, writeStored } from '@/lib/storage/storage';
import { policySample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { answers, network, seen } from '../../../../../test/components/taro';
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
  payees: [{ ...newPayee('guardian'), holder: '王建国', number: '6222021402001234567', bank: '农商银行' }],
};
const withPayee = (change: Partial<PayeeDraft>): ClaimDraft => ({
  ...draft,
  payees: draft.payees.map((payee) => ({ ...payee, ...change })),
});

const listMyPolicies = () => ({ today: TODAY, policies: [policySample] });
const submit = async () => fireEvent.click(await screen.findByRole('button', { name: '提交理赔' }));
const resend = () => act(async () => sendWaitingReport());
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
          { path: 'payees.0.holder', code: 'ACCOUNT_NAME_WRONG', message: '户名要是受益人本人。' },
          { path: 'accidentDay', code: 'NOT_COVERED_THAT_DAY', message: '出事那天不在保障期内。' },
        ]),
    });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/what/what']));
    expect(keptDraft()).toEqual({
      ...draft,
      faults: [
        { path: 'payees.0.holder', message: '户名要是受益人本人。' },
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
      voice: null,
      payees: [
        {
          relation: 'guardian',
          holder: '王建国',
          number: '6222021402001234567',
          bank: '农商银行',
          weight: 1,
          proofPhoto: null,
        },
      ],
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

  it('offers for a child the parents, and another guardian with a proof', async () => {
    writeStored('draft:claim', withPayee({ holder: '' }));
    const cloud = cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    expect(await screen.findByRole('radio', { name: '王建国' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '李秀英' })).toBeInTheDocument();
    expect(screen.queryByRole('radio', { name: '王小雨' })).toBeNull();
    expect(screen.getByText('王小雨未满 18 岁，打到父母的卡上。')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('radio', { name: /别的监护人/ }));
    fireEvent.change(screen.getByRole('textbox', { name: '监护人的姓名' }), {
      target: { value: '王奶奶' },
    });
    await submit();
    expect(await screen.findByText(/请选一张能证明关系的照片/)).toBeInTheDocument();
    expect(sent(cloud)).toEqual([]);
    fireEvent.click(screen.getByRole('radio', { name: '材料第 1 张' }));
    expect(screen.queryByText(/请选一张能证明关系的照片/)).toBeNull();
  });

  it('fills in the holder where there is only one', async () => {
    writeStored('draft:claim', { ...draft, personIndex: 1, payees: [] });
    cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    expect(await screen.findByRole('radio', { name: '李秀英', checked: true })).toBeInTheDocument();
  });

  it('drops a draft of an older shape without a word', async () => {
    writeStored('draft:claim', { policyId: policySample.policyId, holder: '王建国', number: '1', bank: '' });
    cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/who/who']));
  });
});

describe('after a death', () => {
  const heir = { ...newPayee('heir'), bank: '农业银行', proof: 'a.jpg' };
  const payees = [
    { ...heir, holder: '李秀英', number: '622202140201' },
    { ...heir, holder: '王奶奶', number: '622202140202', weight: '2' },
  ];
  beforeEach(() => writeStored('draft:claim', { ...draft, kind: 'death', personIndex: 0, payees }));

  it('each is sent with their own account, proof and share', async () => {
    const cloud = cloudAnswers({ listMyPolicies, fileClaim: () => ({ claim: claimSample }) });
    renderPage(<AccountPage />);
    expect(await screen.findByText('3 份里占 2 份')).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(sent(cloud)).toHaveLength(1));
    expect(sent(cloud)[0]).toMatchObject({
      payees: [
        { relation: 'heir', holder: '李秀英', number: '622202140201', weight: 1, proofPhoto: 0 },
        { relation: 'heir', holder: '王奶奶', number: '622202140202', weight: 2, proofPhoto: 0 },
      ],
    });
  });

  it('a fault leads to the page of the one it speaks of', async () => {
    cloudAnswers({
      listMyPolicies,
      fileClaim: () =>
        refusal('ACCOUNT_INVALID', '银行卡号不对。', [
          { path: 'payees.1.number', code: 'ACCOUNT_INVALID', message: '银行卡号不对。' },
        ]),
    });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/payee/payee?at=1']),
    );
    expect(await screen.findByText('有要改的')).toBeInTheDocument();
  });

  it('asks for at least one', async () => {
    writeStored('draft:claim', { ...draft, kind: 'death', personIndex: 0, payees: [] });
    const cloud = cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    await submit();
    expect(await screen.findByText('请加上收款的人。')).toBeInTheDocument();
    expect(sent(cloud)).toEqual([]);
  });
});

describe('without a network', () => {
  const noNetwork = () => Promise.reject(new Error('request:fail timeout'));
  const uploads: string[] = [];
  const bucket = (options: unknown) => {
    if (!network.isOnline) throw new Error('uploadFile:fail');
    const { filePath } = options as { filePath: string };
    uploads.push(filePath);
    return { fileID: `cloud://x/claims-inbox/${filePath}` };
  };

  beforeEach(() => {
    uploads.length = 0;
    answers.set('cloud.uploadFile', bucket);
  });

  it('says that it is kept, and sends it once when the network is back, photos first', async () => {
    const photos = [...draft.photos, { path: 'b.jpg', fileId: '' }];
    writeStored('draft:claim', { ...draft, photos });
    network.isOnline = false;
    const cloud = cloudAnswers({
      listMyPolicies,
      fileClaim: () => (network.isOnline ? { claim: claimSample } : noNetwork()),
    });
    startOutbox();
    renderPage(<AccountPage />);
    await submit();
    expect(await screen.findByText('已存在手机里，有网了自动再发')).toBeInTheDocument();
    expect(keptDraft()).toMatchObject({ waiting: true, photos });
    expect(sent(cloud)).toEqual([]);

    network.set(true);
    network.set(true);
    void sendWaitingReport();
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        'switchTab /pages/claims/claims',
        `navigateTo /packages/claim/pages/filed/filed?claimId=${claimSample.claimId}`,
      ]),
    );
    expect(uploads).toEqual(['b.jpg']);
    expect(sent(cloud).map(({ photos: ids }) => ids)).toEqual([
      ['cloud://x/claims-inbox/a.jpg', 'cloud://x/claims-inbox/b.jpg'],
    ]);
    expect(seen.toasts).toEqual(['理赔已经报上去了']);
    expect(keptDraft()).toBeUndefined();
    await resend();
    expect(sent(cloud)).toHaveLength(1);
  });

  it('keeps one request id over a lost answer, a retry, and closing the app', async () => {
    const lost = cloudAnswers({ listMyPolicies, fileClaim: noNetwork });
    const first = renderPage(<AccountPage />);
    await submit();
    await screen.findByText('已存在手机里，有网了自动再发');
    fireEvent.click(screen.getByRole('button', { name: '再发一次' }));
    await waitFor(() => expect(sent(lost)).toHaveLength(2));
    first.unmount();

    const found = cloudAnswers({ listMyPolicies, fileClaim: () => ({ claim: claimSample }) });
    await resend();
    const ids = [...sent(lost), ...sent(found)].map(({ requestId }) => requestId);
    expect(ids).toHaveLength(3);
    expect(new Set(ids).size).toBe(1);
    expect(keptDraft()).toBeUndefined();
  });

  it('lets the whole report be read and filled in from what the phone kept', async () => {
    cloudAnswers({ listMyPolicies });
    const first = renderPage(<AccountPage />);
    await screen.findByRole('button', { name: '提交理赔' });
    first.unmount();
    cloudAnswers({ listMyPolicies: noNetwork });
    renderPage(<AccountPage />);
    expect(await screen.findByRole('radio', { name: '王建国', checked: true })).toBeInTheDocument();
  });

  it('does not go by itself once something was changed, or when something is to be mended', async () => {
    const cloud = cloudAnswers({
      listMyPolicies,
      fileClaim: () =>
        network.isOnline ? refusal('NOT_COVERED_THAT_DAY', '出事那天不在保障期内。') : noNetwork(),
    });
    network.isOnline = false;
    renderPage(<AccountPage />);
    await submit();
    await screen.findByText('已存在手机里，有网了自动再发');
    network.isOnline = true;
    await resend();
    expect(keptDraft()).toMatchObject({
      waiting: false,
      faults: [{ path: 'accidentDay', message: '出事那天不在保障期内。' }],
    });
    expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/what/what']);
    await resend();
    expect(sent(cloud)).toHaveLength(2);
  });

  it('does not wait for a photo that is gone while there is a network', async () => {
    writeStored('draft:claim', { ...draft, photos: [{ path: 'gone.jpg', fileId: '' }] });
    answers.set('cloud.uploadFile', () => Promise.reject(new Error('uploadFile:fail no such file')));
    const cloud = cloudAnswers({ listMyPolicies });
    renderPage(<AccountPage />);
    await submit();
    await waitFor(() => expect(seen.navigations).toEqual(['redirectTo /packages/claim/pages/papers/papers']));
    expect(sent(cloud)).toEqual([]);
  });
});

describe('the account from a photo of the bank card', () => {
  const takesPhoto = async () => {
    answers.set('chooseMedia', () => ({ tempFiles: [{ tempFilePath: 'card.jpg' }] }));
    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/card.jpg' }));
    fireEvent.click(await screen.findByRole('button', { name: '拍银行卡' }));
  };
  const number = () => (keptDraft() as ClaimDraft).payees[0]?.number;

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
