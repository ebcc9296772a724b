import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { EMPTY_CLAIM_DRAFT, type ClaimDraft } from '@/features/claim/claim-draft';
import { readStored, writeStored } from '@/lib/storage/storage';
import { renderPage } from '../../../../../test/components/cloud';
import { answers, network, ownFiles, seen } from '../../../../../test/components/taro';
import PapersPage from './papers';

/** As what a photo was chosen, wherever it lies now. */
const chosenAs = (path: string): string => ownFiles.get(path) ?? path;
const photosOfDraft = () =>
  (readStored('draft:claim') as ClaimDraft | undefined)?.photos.map((photo) => ({
    ...photo,
    path: chosenAs(photo.path),
  }));
/** What was chosen as the file that is uploaded. */
const uploadOf = (options: unknown): string => chosenAs((options as { filePath: string }).filePath);
const choose = (...paths: string[]) =>
  answers.set('chooseMedia', () => ({ tempFiles: paths.map((tempFilePath) => ({ tempFilePath })) }));
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));

beforeEach(() => writeStored('draft:claim', { ...EMPTY_CLAIM_DRAFT, kind: 'medical', cause: 'traffic' }));

describe('the papers of a report', () => {
  it('names the papers of this kind and cause', () => {
    renderPage(<PapersPage />);
    expect(screen.getByText('医院发票')).toBeInTheDocument();
    expect(screen.getByText('交警的事故认定书')).toBeInTheDocument();
    expect(screen.queryByText('伤残鉴定报告')).toBeNull();
  });

  it('tells of a paper that is pressed when it is needed and what its photo must show', () => {
    renderPage(<PapersPage />);
    expect(screen.queryByText('住过院的才有')).toBeNull();
    press('出院小结');
    expect(screen.getByText('住过院的才有')).toBeInTheDocument();
    expect(screen.getByText('写着哪天住院、哪天出院；有医院的章')).toBeInTheDocument();
    press('知道了');
    expect(screen.queryByText('住过院的才有')).toBeNull();
  });

  it('does not go on without a photo and says so', async () => {
    renderPage(<PapersPage />);
    press('下一步');
    expect(await screen.findByText('请至少添加一张照片。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });

  it('keeps what is uploaded, tries one that failed again alone, and goes on', async () => {
    const tried: string[] = [];
    let online = false;
    answers.set('cloud.uploadFile', (options) => {
      const filePath = uploadOf(options);
      tried.push(filePath);
      if (filePath === 'b.jpg' && !online) throw new Error('uploadFile:fail');
      return { fileID: `cloud://x/claims-inbox/${filePath}` };
    });
    choose('a.jpg', 'b.jpg');
    const first = renderPage(<PapersPage />);
    press('添加照片：材料照片');
    const retry = await screen.findByRole('button', { name: '第 2 张没传上，再传一次' });
    await waitFor(() =>
      expect(photosOfDraft()).toEqual([
        { path: 'a.jpg', fileId: 'cloud://x/claims-inbox/a.jpg' },
        { path: 'b.jpg', fileId: '' },
      ]),
    );
    online = true;
    fireEvent.click(retry);
    await waitFor(() =>
      expect(photosOfDraft()).toContainEqual({ path: 'b.jpg', fileId: 'cloud://x/claims-inbox/b.jpg' }),
    );
    expect(tried).toEqual(['a.jpg', 'b.jpg', 'b.jpg']);

    first.unmount();
    renderPage(<PapersPage />);
    expect(screen.getByRole('img', { name: '材料照片第 2 张' })).toBeInTheDocument();
    press('下一步');
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/account/account']),
    );
  });

  it('goes on by itself once the photos have arrived, when it was asked to before', async () => {
    const arrive: (() => void)[] = [];
    answers.set('cloud.uploadFile', (options) => {
      const filePath = uploadOf(options);
      return new Promise((resolve) => {
        arrive.push(() => resolve({ fileID: `cloud://x/claims-inbox/${filePath}` }));
      });
    });
    choose('a.jpg');
    renderPage(<PapersPage />);
    press('添加照片：材料照片');
    await screen.findByRole('button', { name: '照片正在上传…' });
    await act(async () => press('照片正在上传…'));
    expect(seen.navigations).toEqual([]);
    await act(async () => arrive.forEach((end) => end()));
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/account/account']),
    );
    expect(photosOfDraft()).toHaveLength(1);
  });

  it('sends after the app was closed what was chosen before, and says what is gone', async () => {
    answers.set('cloud.uploadFile', () => new Promise(() => undefined));
    choose('a.jpg', 'b.jpg');
    const first = renderPage(<PapersPage />);
    press('添加照片：材料照片');
    await screen.findByRole('button', { name: '第 2 张正在上传' });
    first.unmount();

    answers.set('getFileInfo', (path) => (chosenAs(path as string) === 'b.jpg' ? 0 : 1000));
    answers.set('cloud.uploadFile', (options) => ({
      fileID: `cloud://x/claims-inbox/${uploadOf(options)}`,
    }));
    renderPage(<PapersPage />);
    await waitFor(() =>
      expect(photosOfDraft()).toEqual([
        { path: 'a.jpg', fileId: 'cloud://x/claims-inbox/a.jpg' },
        { path: 'b.jpg', fileId: '' },
      ]),
    );
    expect(await screen.findByText(/上次没传上去，手机里已经找不到了/)).toBeInTheDocument();
    await act(async () => press('下一步'));
    expect(screen.getByText('第 2 张没传上去。手机里已经找不到了，请删掉后重新选。')).toBeInTheDocument();
    press('删除第 2 张');
    await act(async () => press('下一步'));
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/account/account']),
    );
    expect(photosOfDraft()).toHaveLength(1);
  });

  it('says that the phone has no room, and what to do', async () => {
    answers.set('copyFile', () => false);
    answers.set('cloud.uploadFile', () => new Promise(() => undefined));
    choose('a.jpg');
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    renderPage(<PapersPage />);
    press('添加照片：材料照片');
    expect(await screen.findByText(/手机空间满了.*请等它传好再离开/)).toBeInTheDocument();
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  it('says how many of two hundred photos it did not take', async () => {
    answers.set('cloud.uploadFile', () => new Promise(() => undefined));
    choose(...Array.from({ length: 200 }, (_, index) => `${index}.jpg`));
    renderPage(<PapersPage />);
    press('添加照片：材料照片');
    expect(await screen.findByText(/最多 20 张：先选的留下了，另外 180 张没有加上/)).toBeInTheDocument();
    expect(screen.getAllByRole('img', { name: /^材料照片第/ })).toHaveLength(20);
  });

  it('does not leave a photo behind that failed', async () => {
    answers.set('cloud.uploadFile', (options) => {
      const filePath = uploadOf(options);
      if (filePath === 'b.jpg') throw new Error('uploadFile:fail');
      return { fileID: `cloud://x/claims-inbox/${filePath}` };
    });
    choose('a.jpg', 'b.jpg');
    renderPage(<PapersPage />);
    press('添加照片：材料照片');
    await screen.findByRole('button', { name: '第 2 张没传上，再传一次' });
    await act(async () => press('下一步'));
    expect(screen.getByText('第 2 张没传上去。点它再传一次，或者删掉。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });

  it('goes on without a network: the photos stay on the phone and go with the report', async () => {
    network.isOnline = false;
    answers.set('cloud.uploadFile', () => Promise.reject(new Error('uploadFile:fail')));
    choose('a.jpg');
    renderPage(<PapersPage />);
    press('添加照片：材料照片');
    await screen.findByRole('button', { name: '第 1 张没传上，再传一次' });
    expect(screen.getByText(/没有网可以先往下填/)).toBeInTheDocument();
    press('下一步');
    await waitFor(() =>
      expect(seen.navigations).toEqual(['navigateTo /packages/claim/pages/account/account']),
    );
    expect(photosOfDraft()).toEqual([{ path: 'a.jpg', fileId: '' }]);
  });

  it('shows what the server found at the photo, until it is taken away', () => {
    const photos = ['a', 'b'].map((name) => ({
      path: `${name}.jpg`,
      fileId: `cloud://x/claims-inbox/${name}`,
    }));
    writeStored('draft:claim', {
      ...EMPTY_CLAIM_DRAFT,
      photos,
      faults: [{ path: 'photos.1', message: '这个文件不是照片，请重新拍一张。' }],
    });
    renderPage(<PapersPage />);
    expect(screen.getByText('第 2 张：这个文件不是照片，请重新拍一张。')).toBeInTheDocument();
    press('删除第 2 张');
    expect(screen.queryByText(/不是照片/)).toBeNull();
    expect(photosOfDraft()).toHaveLength(1);
  });
});
