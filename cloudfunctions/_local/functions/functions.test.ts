import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { connectSdk, refusalOf } from '../testing-sdk';
import { FunctionFolder } from '../testing-functions';

/** Functions in temporary folders have no node_modules above them. */
const SDK = join(__dirname, '../../../node_modules/@cloudbase/node-sdk');
const folder = new FunctionFolder();
let cloud: LocalCloud;

/** Calls a function as the mini-program does. */
async function call(name: string, data: object = {}, openid = 'o-wang'): Promise<unknown> {
  const answer = await fetch(`${cloud.url}/_local/call/${name}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify(data),
  });
  expect(answer.status).toBe(200);
  return answer.json();
}

beforeAll(async () => {
  folder.write(
    'echo',
    `let count = 0;
     exports.main = async (event, context) => ({
       event, count: ++count, openid: process.env.WX_OPENID, appid: process.env.WX_APPID,
       trigger: process.env.TRIGGER_SRC ?? null, leaked: process.env.LEAK ?? null, path: process.env.HOME ?? null,
       requestId: context.request_id, now: Date.now(), created: new Date().getTime(), zone: new Date().getTimezoneOffset(),
     });`,
  );
  folder.write(
    'leaky',
    `exports.main = async () => { const had = process.env.LEAK ?? null; process.env.LEAK = 'yes'; return had; };`,
  );
  folder.write(
    'slow',
    `exports.main = ({ ms }) => new Promise((done) => setTimeout(() => done(process.env.WX_OPENID), ms));`,
    { timeout: 3 },
  );
  folder.write('loops', `exports.main = () => { for (;;); };`, { timeout: 1 });
  folder.write('throws', `exports.main = async () => { throw new Error('secret detail'); };`);
  folder.write(
    'crashes',
    `exports.main = ({ how }) => how === 'exit' ? process.exit(3) : new Promise(() => setImmediate(() => { throw new Error('late'); }));`,
  );
  folder.write(
    'hungry',
    `exports.main = () => { const kept = []; for (;;) kept.push(new Array(1e5).fill({})); };`,
    { memorySize: 32, timeout: 20 },
  );
  folder.write('big', `exports.main = ({ size }) => 'x'.repeat(size);`);
  folder.write(
    'prints',
    `exports.main = async () => { console.log('to the log'); console.error('and this'); };`,
  );
  folder.write(
    'asks',
    `const sdk = require(${JSON.stringify(SDK)});
     const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
     exports.main = async ({ outside }) => {
       if (outside) {
         const tx = await app.database().startTransaction();
         await app.database().collection('rows').where({ a: 1 }).count();
         await tx.rollback();
       }
       const { result } = await app.callFunction({ name: 'echo', data: { from: 'asks' } });
       return { user: app.auth().getUserInfo().openId, inner: result.openid, from: result.event.from };
     };`,
  );
  cloud = await startTestCloud({ functionsDir: folder.path, now: Date.parse('2027-03-01T04:00:00Z') });
  cloud.createIndexes('rows', []);
});

afterAll(async () => {
  await cloud.close();
  folder.remove();
});

describe('a function', () => {
  it('gets the event, the caller that the platform proved, and the local time in UTC', async () => {
    const reply = await call('echo', { name: 'x', input: { openid: 'o-liar' } });
    expect(reply).toMatchObject({
      event: { name: 'x', input: { openid: 'o-liar' }, userInfo: { openId: 'o-wang' } },
      openid: 'o-wang',
      trigger: null,
      path: null,
      zone: 0,
    });
    const { now, created } = reply as { now: number; created: number };
    expect(new Date(now).toISOString()).toMatch(/^2027-03-01T04:0/);
    expect(created - now).toBeLessThan(1000);
  });

  it('is kept warm, with a fresh environment for every call', async () => {
    const first = (await call('echo')) as { count: number };
    const second = (await call('echo', {}, 'o-li')) as { count: number; openid: string };
    expect(second.count).toBe(first.count + 1);
    expect(second.openid).toBe('o-li');
    expect([await call('leaky'), await call('leaky')]).toEqual([null, null]);
  });

  it('follows the clock when it is moved', async () => {
    const before = (await call('echo')) as { now: number };
    await cloud.clock.moveTo(cloud.clock.now() + 86_400_000);
    const after = (await call('echo')) as { now: number };
    expect(after.now - before.now).toBeGreaterThanOrEqual(86_400_000);
    expect(after.now - before.now).toBeLessThan(86_400_000 + 60_000);
  });

  it('serves callers at once in instances of their own', async () => {
    const answers = await Promise.all(
      ['o-1', 'o-2', 'o-3'].map((openid) => call('slow', { ms: 300 }, openid)),
    );
    expect(answers).toEqual(['o-1', 'o-2', 'o-3']);
    expect(
      cloud.calls().filter(({ functionName, cold }) => functionName === 'slow' && cold).length,
    ).toBeGreaterThan(1);
  });

  it('is replaced by a new build', async () => {
    folder.write('changing', `exports.main = () => 1;`);
    expect(await call('changing')).toBe(1);
    folder.write('changing', `exports.main = () => 2;`);
    expect(await call('changing')).toBe(2);
  });

  it('writes to the log, not to the terminal', async () => {
    expect(await call('prints')).toBeNull();
    const lines = cloud.logs('prints').map(({ text }) => text);
    expect(lines).toEqual(expect.arrayContaining(['to the log', 'and this']));
  });

  it('calls another function as the same user', async () => {
    expect(await call('asks')).toEqual({ user: 'o-wang', inner: 'o-wang', from: 'asks' });
  });

  it('is told on when it works beside its own open transaction', async () => {
    await call('asks', { outside: true });
    expect(cloud.faults()).toContainEqual({
      kind: 'outside-transaction',
      message: 'asks: database.calculateDocument on rows runs outside its open transaction',
    });
  });

  it('gets the local keys and settings', () => {
    const environment = cloud.environment();
    const keys = JSON.parse(environment.FIELD_KEYS ?? '') as {
      current: string;
      keys: Record<string, string>;
    };
    expect(Buffer.from(keys.keys[keys.current] ?? '', 'base64')).toHaveLength(32);
    expect(Buffer.from(environment.LOOKUP_KEY ?? '', 'base64')).toHaveLength(32);
    expect(Object.keys(environment)).toEqual(
      expect.arrayContaining(['WXPAY_BASE_URL', 'SUBSCRIBE_TEMPLATES']),
    );
  });
});

describe('a function that fails', () => {
  const errorOf = async (
    name: string,
    data: object = {},
  ): Promise<{ code: string; message: string; requestId: string }> =>
    ((await call(name, data)) as { error: { code: string; message: string; requestId: string } }).error;

  it('too slow: answers its caller, and the next call finds a fresh instance', async () => {
    expect(await errorOf('slow', { ms: 30_000 })).toMatchObject({
      code: 'TIMEOUT',
      message: expect.stringMatching(/[一-鿿]/) as string,
    });
    expect((await errorOf('loops')).code).toBe('TIMEOUT');
    expect(await call('slow', { ms: 1 })).toBe('o-wang');
  });

  it('throwing: internals stay inside, the log has them', async () => {
    const error = await errorOf('throws');
    expect(error.code).toBe('INTERNAL');
    expect(JSON.stringify(error)).not.toContain('secret');
    expect(error.requestId).not.toBe('');
    expect(cloud.logs('throws').some(({ text }) => text.includes('secret detail'))).toBe(true);
  });

  it('crashing: an error to its caller only', async () => {
    const [crash, ok] = await Promise.all([errorOf('crashes'), call('echo')]);
    expect(crash.code).toBe('INTERNAL');
    expect(ok).toMatchObject({ openid: 'o-wang' });
    expect((await errorOf('crashes', { how: 'exit' })).code).toBe('INTERNAL');
  });

  it('out of memory: ends alone', async () => {
    expect((await errorOf('hungry')).code).toBe('INTERNAL');
    expect(
      cloud.calls().some(({ functionName, outcome }) => functionName === 'hungry' && outcome === 'memory'),
    ).toBe(true);
  });

  it('too large an answer is refused', async () => {
    expect(await call('big', { size: 10 })).toBe('xxxxxxxxxx');
    expect((await errorOf('big', { size: 1024 * 1024 })).message).toContain('过大');
    expect((await errorOf('big', { size: 7 * 1024 * 1024 })).code).toBe('INTERNAL');
    expect(cloud.calls().at(-1)?.outcome).toBe('too-large');
  });

  it('unknown: says so', async () => {
    expect((await errorOf('nothing')).code).toBe('FUNCTION_NOT_FOUND');
    expect((await errorOf('no.such')).code).toBe('FUNCTION_NOT_FOUND');
  });

  it("gives the cloud's codes to the SDK", async () => {
    const app = connectSdk(cloud);
    expect((await refusalOf(app.callFunction({ name: 'nothing', data: {} }))).code).toBe(
      'FUNCTION_NOT_FOUND',
    );
    expect((await refusalOf(app.callFunction({ name: 'throws', data: {} }))).code).toBe(
      'FUNCTIONS_EXECUTE_FAIL',
    );
    expect((await refusalOf(app.callFunction({ name: 'loops', data: {} }))).code).toBe(
      'FUNCTIONS_TIME_LIMIT_EXCEEDED',
    );
  });
});

it('refuses the 21st call of one function at a time', async () => {
  const held: ServerResponse[] = [];
  let full = (): void => undefined;
  const twenty = new Promise<void>((resolve) => (full = resolve));
  const gate = createServer((_request, response) => {
    if (held.push(response) === 20) full();
  });
  await new Promise<void>((resolve) => gate.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((gate.address() as AddressInfo).port)}`;
  folder.write('crowd', `exports.main = async ({ url }) => (await fetch(url)).text();`, { timeout: 50 });
  const crowd = Promise.all(Array.from({ length: 20 }, () => call('crowd', { url })));
  await twenty;
  expect(await call('crowd')).toEqual({
    ok: false,
    error: expect.objectContaining({ code: 'BUSY' }) as object,
  });
  expect((await refusalOf(connectSdk(cloud).callFunction({ name: 'crowd', data: {} }))).code).toBe(
    'EXCEED_CONCURRENT_REQUEST_LIMIT',
  );
  const visitor = await fetch(`${cloud.url}/http/crowd`);
  expect([visitor.status, await visitor.json()]).toMatchObject([
    429,
    { code: 'FUNCTION_EXCEED_RESOURCE_LIMIT' },
  ]);
  for (const response of held) response.end('in');
  expect(await crowd).toEqual(Array.from({ length: 20 }, () => 'in'));
  await new Promise((resolve) => gate.close(resolve));
}, 60_000);
