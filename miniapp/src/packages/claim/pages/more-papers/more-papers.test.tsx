import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import type { ClaimView } from 'shared/claim/claim-view';
import { claimSample } from 'shared/testing/sample-claims';
import { TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { answers, ownFiles, route, seen } from '../../../../../test/components/taro';
import MorePapersPage from './more-papers';

const INVOICE = { paper: 'invoice' as const, called: '医院发票', photos: 0 };
const NOTE = { paper: null, called: '学校的证明', photos: 0 };

const open = (sendPapers: Operation, missingPapers: ClaimView['missingPapers'] = [INVOICE, NOTE]) => {
  const claim = { ...claimSample, missingPapers };
  const cloud = cloudAnswers({ getMyClaim: () => ({ today: TODAY, claim }), sendPapers });
  const page = renderPage(<MorePapersPage />);
  return { cloud, page };
};
const submit = async () => {
  const button = await screen.findByRole('button', { name: '交上去' });
  await act(async () => fireEvent.click(button));
};
/** Adds a photo to the paper of this name. */
const adds = async (called: string, position = 1) => {
  fireEvent.click(await screen.findByRole('button', { name: `添加照片：${called}` }));
  await screen.findByRole('img', { name: `${called}第 ${position} 张` });
};
const sent = ({ cloud }: ReturnType<typeof open>) =>
  cloud.calls.filter(({ name }) => name === 'sendPapers').map(({ input }) => input);

let taken = 0;
beforeEach(() => {
  taken = 0;
  route.params = { claimId: claimSample.claimId };
  answers.set('chooseMedia', () => {
    taken += 1;
    return { tempFiles: [{ tempFilePath: `${taken}.jpg` }] };
  });
  answers.set('cloud.uploadFile', (options) => ({
    fileID: `cloud://x/claims-inbox/${ownFiles.get((options as { filePath: string }).filePath) ?? ''}`,
  }));
});

describe('sending papers', () => {
  it('shows all that was asked for, standard or named, and sends each photo at its place', async () => {
    const opened = open(() => ({ claim: { ...claimSample, missingPapers: [] } }));
    expect(await screen.findByText('要补 2 样')).toBeInTheDocument();
    expect(screen.getByText('医院发票')).toBeInTheDocument();
    expect(screen.getByText(/合计金额看得清/)).toBeInTheDocument();
    expect(screen.getByText('学校的证明')).toBeInTheDocument();
    await submit();
    expect(await screen.findByText('请至少添加一张照片。')).toBeInTheDocument();
    await adds('学校的证明');
    expect(screen.getByText(/还差：医院发票。可以先交手头的/)).toBeInTheDocument();
    await adds('医院发票');
    await adds('医院发票', 2);
    await adds('别的材料（有就补）');
    expect(screen.queryByText(/还差/)).toBeNull();
    await submit();
    await waitFor(() => expect(seen.toasts).toEqual(['收到了，接着办']));
    expect(sent(opened)).toMatchObject([
      {
        photos: [
          { fileId: 'cloud://x/claims-inbox/1.jpg', place: 1 },
          { fileId: 'cloud://x/claims-inbox/2.jpg', place: 0 },
          { fileId: 'cloud://x/claims-inbox/3.jpg', place: 0 },
          { fileId: 'cloud://x/claims-inbox/4.jpg', place: null },
        ],
      },
    ]);
    expect(ownFiles.size).toBe(0);
  });

  it('says what is still missing after a part of it, and counts what came before', async () => {
    open(
      () => ({ claim: { ...claimSample, missingPapers: [{ ...INVOICE, photos: 1 }, NOTE] } }),
      [{ ...INVOICE, photos: 2 }, NOTE],
    );
    expect(await screen.findByText('医院发票（已收到 2 张）')).toBeInTheDocument();
    await adds('别的材料（有就补）');
    expect(screen.getByText(/还差：学校的证明/)).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(seen.toasts).toEqual(['收到了，还差 1 样']));
  });

  it('has after a closed app what was photographed before, at its place', async () => {
    answers.set('cloud.uploadFile', () => new Promise(() => undefined));
    const first = open(() => ({ claim: claimSample }));
    await adds('学校的证明');
    await waitFor(() => expect(ownFiles.size).toBe(1));
    first.page.unmount();

    answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/late.jpg' }));
    const again = open(() => ({ claim: { ...claimSample, missingPapers: [] } }));
    expect(await screen.findByRole('img', { name: '学校的证明第 1 张' })).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(sent(again)).toMatchObject([{ photos: [{ place: 1 }] }]));
  });

  it('names the photo that the server found wrong, by its paper', async () => {
    open(() =>
      refusal('PHOTO_NOT_IMAGE', '这个文件不是照片。', [
        { path: 'photos.1', code: 'PHOTO_NOT_IMAGE', message: '这个文件不是照片。' },
      ]),
    );
    await adds('学校的证明');
    await adds('医院发票');
    await submit();
    expect(await screen.findByText('医院发票第 1 张：这个文件不是照片。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });

  it('takes new papers where nothing is missing', async () => {
    const opened = open(() => ({ claim: claimSample }), []);
    await adds('材料照片');
    await submit();
    await waitFor(() => expect(sent(opened)).toMatchObject([{ photos: [{ place: null }] }]));
  });
});
