import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { connectSdk, refusalOf } from '../testing-sdk';

let dataDir: string;
let cloud: LocalCloud;
let app: ReturnType<typeof connectSdk>;
/** A file id with its path left open. */
let cloudFileId: string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storage-test-'));
  cloud = await startTestCloud({ dataDir });
  app = connectSdk(cloud);
  const { fileId } = (await app.getUploadMetadata({ cloudPath: '{path}' })).data;
  cloudFileId = fileId;
});

afterAll(async () => {
  await cloud.close();
  await rm(dataDir, { recursive: true });
});

const blobs = (): number => readdirSync(join(dataDir, 'files')).length;
const upload = async (cloudPath: string, text: string): Promise<string> =>
  (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) as never })).fileID;
const fileIdOf = (path: string): string => cloudFileId.replace('{path}', path);
const download = async (fileID: string): Promise<string> =>
  String((await app.downloadFile({ fileID })).fileContent);
const addressOf = async (fileID: string, maxAge: number): Promise<string> =>
  (await app.getTempFileURL({ fileList: [{ fileID, maxAge }] })).fileList[0]?.tempFileURL ?? '';

describe('files of functions', () => {
  it('are stored, read, replaced and deleted through the SDK', async () => {
    const fileID = await upload('claims/保单/a.txt', 'first');
    expect(fileID).toMatch(/^cloud:\/\/.+\/claims\/保单\/a\.txt$/);
    expect(await download(fileID)).toBe('first');
    await upload('claims/保单/a.txt', 'second');
    expect(await download(fileID)).toBe('second');
    expect(blobs()).toBe(1);
    expect(
      (await app.deleteFile({ fileList: [fileID, fileID.replace('a.txt', 'b.txt')] })).fileList,
    ).toMatchObject([{ code: 'SUCCESS' }, { code: 'STORAGE_FILE_NONEXIST' }]);
    expect(blobs()).toBe(0);
    expect((await refusalOf(app.downloadFile({ fileID }))).code).toBe('STORAGE_FILE_NONEXIST');
  });

  it('are copied and moved', async () => {
    const fileID = await upload('inbox/c.txt', 'copied');
    const copied = await app.copyFile({
      fileList: [{ srcPath: 'inbox/c.txt', dstPath: 'kept/c.txt', removeOriginal: true }],
    });
    expect(await download(copied.fileList[0]?.fileId ?? '')).toBe('copied');
    expect((await app.getTempFileURL({ fileList: [fileID] })).fileList[0]?.code).toBe(
      'STORAGE_FILE_NONEXIST',
    );
  });

  it('that are missing are told one by one; the others are copied', async () => {
    await upload('inbox/there.txt', 'there');
    const { fileList } = await app.copyFile({
      fileList: [
        { srcPath: 'inbox/missing.txt', dstPath: 'kept/missing.txt' },
        { srcPath: 'inbox/there.txt', dstPath: 'kept/there.txt' },
      ],
    });
    expect(fileList).toMatchObject([
      { code: 'STORAGE_FILE_NONEXIST' },
      { fileId: fileIdOf('kept/there.txt') },
    ]);
    const again = { srcPath: 'inbox/there.txt', dstPath: 'kept/there.txt', overwrite: false };
    expect((await app.copyFile({ fileList: [again] })).fileList).toMatchObject([
      { code: 'STORAGE_FILE_PATH_CONFLICT' },
    ]);
  });

  it('are copied all or none when a path is no path, and never onto themselves', async () => {
    const fileID = await upload('inbox/once.txt', 'once');
    const good = { srcPath: 'inbox/once.txt', dstPath: 'kept/once.txt' };
    for (const bad of [
      { srcPath: 'inbox/once.txt', dstPath: '../once.txt' },
      { srcPath: 'inbox/once.txt', dstPath: fileID, removeOriginal: true },
    ]) {
      expect((await refusalOf(app.copyFile({ fileList: [good, bad] }))).code).toBe('INVALID_PARAM');
    }
    expect(cloud.files('kept/once')).toEqual([]);
    expect(await download(fileID)).toBe('once');
  });

  it('uploaded at the same moment leave one file and nothing beside it', async () => {
    const before = blobs();
    await Promise.all(['a', 'b', 'c', 'd', 'e'].map((text) => upload('race/one.txt', text)));
    expect(blobs() - before).toBe(1);
  });

  it('are at most 50 at once', async () => {
    const ids = Array.from({ length: 51 }, (_item, i) => fileIdOf(`x/${String(i)}.txt`));
    const copies = ids.map((_id, i) => ({ srcPath: `x/${String(i)}.txt`, dstPath: `y/${String(i)}.txt` }));
    for (const refused of [
      app.deleteFile({ fileList: ids }),
      app.getTempFileURL({ fileList: ids }),
      app.copyFile({ fileList: copies }),
    ]) {
      expect((await refusalOf(refused)).code).toBe('INVALID_PARAM');
    }
    const { fileList } = await app.getTempFileURL({ fileList: ids.slice(1) });
    expect(fileList.map(({ code }) => code)).toEqual(Array(50).fill('STORAGE_FILE_NONEXIST'));
  });

  it('are at most 50 MB large', async () => {
    const fileContent = Buffer.alloc(50 * 1024 * 1024 + 1) as never;
    expect(await refusalOf(app.uploadFile({ cloudPath: 'large.bin', fileContent }))).toEqual({
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('[EntityTooLarge]') as string,
    });
    expect(cloud.files('large')).toEqual([]);
  });

  it.each([
    '/a.txt',
    'a/',
    '..',
    'a/../b.txt',
    './a.txt',
    'a//b.txt',
    'a?b.txt',
    'a#b.txt',
    'a%2fb.txt',
    'a\\b.txt',
    'a\nb.txt',
    'a\u007f.txt',
    '',
  ])('refuse the path %j', async (path) => {
    expect((await refusalOf(app.getUploadMetadata({ cloudPath: path }))).code).toBe('INVALID_PARAM');
  });

  it('take a path of 850 bytes and none of 851', async () => {
    const path = `${'保'.repeat(282)}.png`;
    expect(Buffer.byteLength(path)).toBe(850);
    expect((await refusalOf(app.getUploadMetadata({ cloudPath: `a${path}` }))).code).toBe('INVALID_PARAM');
    expect(await download(await upload(path, 'long'))).toBe('long');
  });
});

describe('temporary addresses', () => {
  it('give the file until they expire by the local clock', async () => {
    const fileID = await upload('claims/d.jpg', 'photo');
    const address = await addressOf(fileID, 600);
    const answer = await fetch(address);
    expect([answer.status, await answer.text()]).toEqual([200, 'photo']);
    expect(answer.headers.get('content-type')).toBe('image/jpeg');
    await cloud.clock.moveTo(cloud.clock.now() + 601_000);
    expect((await fetch(address)).status).toBe(403);
    expect((await fetch(await addressOf(fileID, 600))).status).toBe(200);
  });

  it('hold for as long as was asked, in whole seconds', async () => {
    const fileID = await upload('claims/f.jpg', 'photo');
    for (const maxAge of [0, -1, 0.5]) {
      expect((await refusalOf(app.getTempFileURL({ fileList: [{ fileID, maxAge }] }))).code).toBe(
        'INVALID_PARAM',
      );
    }
    const short = await addressOf(fileID, 1);
    const long = await addressOf(fileID, 86_400);
    await cloud.clock.moveTo(cloud.clock.now() + 86_000_000);
    expect([(await fetch(short)).status, (await fetch(long)).status]).toEqual([403, 200]);
  });

  it('cannot be forged, stretched, or used for writing', async () => {
    const address = await addressOf(await upload('claims/e.jpg', 'photo'), 60);
    const stretched = address.replace(/t=\d+/, 't=9999999999');
    expect((await fetch(stretched)).status).toBe(403);
    expect((await fetch(address.replace('e.jpg', 'd.jpg'))).status).toBe(403);
    expect((await fetch(address, { method: 'PUT', body: 'x' })).status).toBe(403);
    expect((await fetch(address.split('?')[0] ?? '')).status).toBe(403);
  });
});

describe('the client door', () => {
  const put = async (
    path: string,
    body: string | Buffer,
    openid?: string,
  ): Promise<{ status: number; body: unknown }> => {
    const headers: Record<string, string> = openid === undefined ? {} : { 'x-openid': openid };
    const answer = await fetch(`${cloud.url}/_local/files/${path}`, {
      method: 'PUT',
      body: body as string,
      headers,
    });
    return { status: answer.status, body: await answer.json() };
  };

  it('takes files under claims-inbox/ only, from somebody, up to 20 MB', async () => {
    const { status, body } = await put('claims-inbox/p%201.png', 'png', 'o-wang');
    expect(status).toBe(200);
    expect(await download((body as { fileID: string }).fileID)).toBe('png');
    expect(await put('claims-inbox/p.png', 'png')).toMatchObject({
      status: 401,
      body: { error: { code: 'UNAUTHENTICATED' } },
    });
    expect(await put('policies/p.png', 'png', 'o-wang')).toMatchObject({
      status: 403,
      body: { error: { code: 'FORBIDDEN' } },
    });
    // An address with dots for steps is walked before it is sent.
    expect(await put('claims-inbox/%2e%2e/p.png', 'png', 'o-wang')).toMatchObject({ status: 403 });
    for (const path of [
      'claims-inbox/..%2Fpolicies%2Fp.png',
      '%2Fclaims-inbox/p.png',
      '/claims-inbox/p.png',
      'claims-inbox//p.png',
      'claims-inbox/a%0Ab.png',
      'claims-inbox/%00.png',
      'claims-inbox/%',
      `claims-inbox/${'p'.repeat(850)}`,
    ]) {
      expect(await put(path, 'png', 'o-wang')).toMatchObject({ status: 400 });
    }
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    expect(await put('claims-inbox/l.png', large, 'o-wang')).toMatchObject({
      status: 413,
      body: { error: { code: 'FILE_TOO_LARGE' } },
    });
    expect(cloud.files('claims-inbox/').map(({ path }) => path)).toEqual(['claims-inbox/p 1.png']);
  });
});
