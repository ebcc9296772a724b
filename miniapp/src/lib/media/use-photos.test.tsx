import { act, renderHook, waitFor } from '@testing-library/react';
import { answers, ownFiles, seen } from '../../../test/components/taro';
import { dropOrphans } from './kept-file';
import { writeDraft } from '../storage/draft';
import { usePhotos, type KeptPhoto } from './use-photos';

const MB = 1024 * 1024;

/** What the album gives when it is opened next. */
const chooses = (count: number, name = 'photo') =>
  answers.set('chooseMedia', () => ({
    tempFiles: Array.from({ length: count }, (_, index) => ({ tempFilePath: `${name}-${index + 1}.jpg` })),
  }));

/** As what a file was chosen, wherever it lies now. */
const chosenAs = (path: string): string => ownFiles.get(path) ?? path;

/** Uploads that the test ends one by one, by what was chosen. */
const openUploads = () => {
  const open = new Map<string, { arrive: () => void; fail: () => void }>();
  answers.set('cloud.uploadFile', (options) => {
    const filePath = chosenAs((options as { filePath: string }).filePath);
    return new Promise((resolve, reject) => {
      open.set(filePath, {
        arrive: () => resolve({ fileID: `cloud://x/claims-inbox/${filePath}` }),
        fail: () => reject(new Error('no network')),
      });
    });
  });
  const take = async (path: string, end: 'arrive' | 'fail'): Promise<void> => {
    await waitFor(() => expect(open.has(path)).toBe(true));
    await act(async () => {
      open.get(path)?.[end]();
      open.delete(path);
    });
  };
  return {
    open,
    arrives: (path: string) => take(path, 'arrive'),
    fails: (path: string) => take(path, 'fail'),
  };
};

const start = (max = 20, kept: readonly KeptPhoto[] = []) => {
  const { result } = renderHook(() => usePhotos(max, kept));
  const states = () => result.current.photos.map(({ state }) => state);
  return { result, states, adds: () => act(async () => void result.current.add()) };
};

describe('usePhotos', () => {
  it('uploads three at a time and never more, in the order chosen', async () => {
    const { open, arrives } = openUploads();
    const { result, adds } = start();
    chooses(7);
    await adds();
    await waitFor(() => expect([...open.keys()]).toEqual(['photo-1.jpg', 'photo-2.jpg', 'photo-3.jpg']));
    await arrives('photo-2.jpg');
    await waitFor(() => expect([...open.keys()]).toEqual(['photo-1.jpg', 'photo-3.jpg', 'photo-4.jpg']));
    for (const index of [1, 3, 4, 5, 6, 7]) {
      await arrives(`photo-${index}.jpg`);
      expect(open.size).toBeLessThanOrEqual(3);
    }
    await waitFor(() => expect(result.current.isSettled).toBe(true));
    // Whichever arrived first.
    expect(result.current.fileIds.map((id) => id.slice(-5, -4))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('keeps the first twenty of two hundred, and says how many it left out', async () => {
    openUploads();
    const { result, adds } = start();
    chooses(200);
    await adds();
    expect(result.current.photos).toHaveLength(20);
    await waitFor(() => expect(chosenAs(result.current.photos[19]?.path ?? '')).toBe('photo-20.jpg'));
    expect(ownFiles.size).toBe(20);
    expect(result.current.leftOut).toBe(180);
    chooses(1, 'more');
    await adds();
    expect([result.current.photos.length, result.current.leftOut]).toEqual([20, 1]);
  });

  it('tries one that failed again alone', async () => {
    const { open, arrives, fails } = openUploads();
    const { result, states, adds } = start();
    chooses(2);
    await adds();
    await arrives('photo-1.jpg');
    await fails('photo-2.jpg');
    expect(states()).toEqual(['done', 'failed']);
    expect(result.current.photos[1]?.reason).toContain('网络');
    expect(result.current.isSettled).toBe(false);
    await act(async () => void result.current.retry(result.current.photos[1]?.id ?? ''));
    await waitFor(() => expect([...open.keys()]).toEqual(['photo-2.jpg']));
    await arrives('photo-2.jpg');
    expect([states(), result.current.photos[1]?.reason]).toEqual([['done', 'done'], undefined]);
  });

  it('lets a failed one make room for the next, and does not send what was taken away while it waited', async () => {
    const { open, fails } = openUploads();
    const { result, adds } = start();
    chooses(5);
    await adds();
    await waitFor(() => expect(open.size).toBe(3));
    act(() => result.current.remove(result.current.photos[3]?.id ?? ''));
    await fails('photo-1.jpg');
    await waitFor(() => expect([...open.keys()]).toEqual(['photo-2.jpg', 'photo-3.jpg', 'photo-5.jpg']));
  });

  it('makes a large photo smaller first, and sends it as it is when the phone cannot', async () => {
    const { open } = openUploads();
    const { adds } = start();
    const sizes = new Map<unknown, number>([
      ['photo-1.jpg', 5 * MB],
      ['photo-2.jpg', MB],
      ['photo-3.jpg', 3 * MB],
    ]);
    answers.set('getFileInfo', (path) => sizes.get(path));
    answers.set('compressImage', (options) => {
      if ((options as { src: string }).src === 'photo-3.jpg') throw new Error('not a JPEG');
      return { tempFilePath: 'smaller-1.jpg' };
    });
    chooses(3);
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await adds();
    await waitFor(() =>
      expect([...open.keys()].sort()).toEqual(['photo-2.jpg', 'photo-3.jpg', 'smaller-1.jpg']),
    );
    expect(seen.calls.filter(({ name }) => name === 'compressImage')).toHaveLength(2);
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
  });

  it('goes on after the app was closed: what arrived stays, what did not is sent, what is gone is said to be', async () => {
    const { open, arrives } = openUploads();
    answers.set('getFileInfo', (path) => (path === 'gone.jpg' ? 0 : 1000));
    const { result, states } = start(20, [
      { path: 'old.jpg', fileId: 'cloud://x/claims-inbox/old.jpg' },
      { path: 'waiting.jpg' },
      { path: 'gone.jpg' },
    ]);
    await waitFor(() => expect(states()).toEqual(['done', 'uploading', 'gone']));
    expect([...open.keys()]).toEqual(['waiting.jpg']);
    await arrives('waiting.jpg');
    expect(states()).toEqual(['done', 'done', 'gone']);
    expect(result.current.photos[2]?.reason).toContain('删掉后重新选');
    expect(result.current.isSettled).toBe(false);
    act(() => result.current.remove(result.current.photos[2]?.id ?? ''));
    expect(result.current.isSettled).toBe(true);
  });

  it('keeps each in the app`s own files as soon as it is chosen, made smaller, before any has arrived', async () => {
    openUploads();
    answers.set('getFileInfo', () => 5 * MB);
    answers.set('compressImage', (options) => ({
      tempFilePath: `smaller-${(options as { src: string }).src}`,
    }));
    const { result, adds } = start();
    chooses(7);
    await adds();
    await waitFor(() => expect(ownFiles.size).toBe(7));
    expect(result.current.photos.map(({ path, state }) => [ownFiles.get(path), state])).toEqual(
      Array.from({ length: 7 }, (_, index) => [`smaller-photo-${index + 1}.jpg`, 'uploading']),
    );
    expect(result.current.roomShort).toBeUndefined();
  });

  it('uploads what was kept on an earlier visit without making it smaller or keeping it again', async () => {
    const { open, arrives } = openUploads();
    answers.set('getFileInfo', () => 5 * MB);
    ownFiles.set('wxfile://usr/unsent-a.jpg', 'earlier.jpg');
    const { states } = start(20, [{ path: 'wxfile://usr/unsent-a.jpg' }]);
    await waitFor(() => expect([...open.keys()]).toEqual(['earlier.jpg']));
    await arrives('earlier.jpg');
    expect([states(), ownFiles.size]).toEqual([['done'], 1]);
    expect(seen.calls.filter(({ name }) => name === 'compressImage')).toEqual([]);
  });

  it('says that the phone is full, and no longer once the photo has arrived', async () => {
    const { arrives } = openUploads();
    answers.set('copyFile', (path) => path !== 'photo-2.jpg');
    const { result, states, adds } = start();
    chooses(2);
    const warned = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
    await adds();
    await waitFor(() => expect(result.current.roomShort).toContain('手机空间满了'));
    expect(warned).toHaveBeenCalledTimes(1);
    warned.mockRestore();
    await arrives('photo-2.jpg');
    expect([states(), result.current.roomShort]).toEqual([['uploading', 'done'], undefined]);
  });

  it('deletes what is taken away, also while it is still being made smaller', async () => {
    openUploads();
    let smaller: (answer: unknown) => void = () => undefined;
    answers.set('getFileInfo', (path) => (path === 'photo-2.jpg' ? 5 * MB : MB));
    answers.set('compressImage', () => new Promise((resolve) => (smaller = resolve)));
    const { result, adds } = start();
    chooses(2);
    await adds();
    await waitFor(() => expect([...ownFiles.values()]).toEqual(['photo-1.jpg']));
    act(() => result.current.remove(result.current.photos[1]?.id ?? ''));
    await act(async () => smaller({ tempFilePath: 'smaller-2.jpg' }));
    expect([...ownFiles.values()]).toEqual(['photo-1.jpg']);
    act(() => result.current.remove(result.current.photos[0]?.id ?? ''));
    expect(ownFiles.size).toBe(0);
  });

  it('deletes at the start of the app what no draft names, and nothing else', () => {
    for (const name of ['unsent-a.jpg', 'unsent-b.jpg', 'other.txt'])
      ownFiles.set(`wxfile://usr/${name}`, name);
    writeDraft('claim', { photos: [{ path: 'wxfile://usr/unsent-a.jpg', fileId: '' }] });
    dropOrphans();
    expect([...ownFiles.values()]).toEqual(['unsent-a.jpg', 'other.txt']);
  });
});
