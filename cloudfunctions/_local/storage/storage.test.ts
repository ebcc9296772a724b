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

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'storage-test-'));
  cloud = await startTestCloud({ dataDir });
  app = connectSdk(cloud);
});

afterAll(async () => {
  await cloud.close();
  await rm(dataDir, { recursive: true });
});

const blobs = (): number => readdirSync(join(dataDir, 'files')).length;
const upload = async (cloudPath: string, text: string): Promise<string> =>
  (await app.uploadFile({ cloudPath, fileContent: Buffer.from(text) as never })).fileID;
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

  it('are at most 50 at once', async () => {
    const fileList = Array.from({ length: 51 }, (_item, i) => `cloud://x/${i}`);
    expect((await refusalOf(app.deleteFile({ fileList }))).code).toBe('INVALID_PARAM');
  });

  it.each(['/a.txt', 'a/../b.txt', 'a//b.txt', 'a?b.txt', 'a%2fb.txt', 'a\nb.txt', ''])(
    'refuse the path %j',
    async (path) => {
      expect((await refusalOf(app.getUploadMetadata({ cloudPath: path }))).code).toBe('INVALID_PARAM');
    },
  );
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
    expect(await put('claims-inbox/..%2Fpolicies%2Fp.png', 'png', 'o-wang')).toMatchObject({ status: 400 });
    const large = Buffer.alloc(20 * 1024 * 1024 + 1);
    expect(await put('claims-inbox/l.png', large, 'o-wang')).toMatchObject({
      status: 413,
      body: { error: { code: 'FILE_TOO_LARGE' } },
    });
    expect(cloud.files('claims-inbox/').map(({ path }) => path)).toEqual(['claims-inbox/p 1.png']);
  });
});
