import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { claimSample, TODAY } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage, type Operation } from '../../../../../test/components/cloud';
import { answers, route, seen } from '../../../../../test/components/taro';
import MorePapersPage from './more-papers';

const open = (sendPapers: Operation) => {
  const claim = { ...claimSample, missingPapers: ['医院发票', '出院小结'] };
  const cloud = cloudAnswers({ getMyClaim: () => ({ today: TODAY, claim }), sendPapers });
  renderPage(<MorePapersPage />);
  return cloud;
};
const submit = async () => {
  const button = await screen.findByRole('button', { name: '交上去' });
  await act(async () => fireEvent.click(button));
};
const adds = async () => {
  fireEvent.click(await screen.findByRole('button', { name: '添加照片：材料照片' }));
  await screen.findByRole('img', { name: '材料照片第 1 张' });
};

beforeEach(() => {
  route.params = { claimId: claimSample.claimId };
  answers.set('chooseMedia', () => ({ tempFiles: [{ tempFilePath: 'a.jpg' }] }));
  answers.set('cloud.uploadFile', () => ({ fileID: 'cloud://x/claims-inbox/a.jpg' }));
});

describe('sending papers', () => {
  it('lists what is missing, wants a photo, sends it and goes back', async () => {
    const cloud = open(() => ({ claim: claimSample }));
    expect(await screen.findByText('医院发票')).toBeInTheDocument();
    expect(screen.getByText('出院小结')).toBeInTheDocument();
    await submit();
    expect(await screen.findByText('请至少添加一张照片。')).toBeInTheDocument();
    await adds();
    await submit();
    await waitFor(() => expect(seen.toasts).toEqual(['收到了，接着办']));
    expect(cloud.calls.filter(({ name }) => name === 'sendPapers')).toMatchObject([
      { input: { photos: ['cloud://x/claims-inbox/a.jpg'] } },
    ]);
  });

  it('names the photo that the server found wrong', async () => {
    open(() =>
      refusal('PHOTO_NOT_IMAGE', '这个文件不是照片。', [
        { path: 'photos.0', code: 'PHOTO_NOT_IMAGE', message: '这个文件不是照片。' },
      ]),
    );
    await adds();
    await submit();
    expect(await screen.findByText('第 1 张：这个文件不是照片。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });
});
