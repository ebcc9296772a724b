import { request } from 'node:http';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { FunctionFolder } from '../testing-functions';

const folder = new FunctionFolder();
let cloud: LocalCloud;

beforeAll(async () => {
  folder.write('echo', `exports.main = async (event) => ({ ok: true, data: event });`);
  folder.write(
    'entry',
    `exports.main = async (event) => event.path === '/plain' ? { seen: event }
       : { statusCode: 401, headers: { 'content-type': 'application/json', 'x-own': 'yes' }, body: JSON.stringify(event) };`,
  );
  cloud = await startTestCloud({ functionsDir: folder.path });
});

afterAll(async () => {
  await cloud.close();
  folder.remove();
});

const post = (path: string, body: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(cloud.url + path, { method: 'POST', body, headers });

describe('POST /_local/call', () => {
  const call = async (
    body: string,
    headers: Record<string, string> = { 'x-openid': 'o-wang' },
  ): Promise<unknown> => {
    const answer = await post('/_local/call/echo', body, headers);
    expect(answer.status).toBe(200);
    return answer.json();
  };
  const refusal = (code: string): object => ({
    ok: false,
    error: {
      code,
      message: expect.stringMatching(/[一-鿿]/) as string,
      requestId: expect.stringMatching(/./) as string,
    },
  });

  it('refuses a body of more than 256 KB without running the function', async () => {
    const calls = cloud.calls().length;
    expect(await call(JSON.stringify({ name: 'x', input: 'y'.repeat(300 * 1024) }))).toEqual(
      refusal('REQUEST_TOO_LARGE'),
    );
    expect(cloud.calls()).toHaveLength(calls);
  });

  it('refuses callers without an openid and bodies that are not an object', async () => {
    expect(await call('{}', {})).toEqual(refusal('UNAUTHENTICATED'));
    expect(await call('[1]')).toEqual(refusal('INVALID_INPUT'));
    expect(await call('{"name"')).toEqual(refusal('INVALID_INPUT'));
  });

  it('refuses what is nested so deep that it cannot be handed on', async () => {
    const nested = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
    expect(await call(nested(100))).toMatchObject({ ok: true });
    expect(await call(nested(50_000))).toEqual(refusal('INVALID_INPUT'));
  });
});

describe('the HTTP entry', () => {
  it('hands over the raw body and headers and answers what the function says', async () => {
    const raw = '{ "a" :  1 }\n';
    const answer = await post('/http/entry/notify?x=1', raw, {
      'content-type': 'application/json',
      'x-sign': 's',
    });
    expect(answer.status).toBe(401);
    expect(answer.headers.get('x-own')).toBe('yes');
    expect(await answer.json()).toMatchObject({
      path: '/notify',
      httpMethod: 'POST',
      body: raw,
      isBase64Encoded: false,
      queryStringParameters: { x: '1' },
      headers: { 'x-sign': 's' },
    });
  });

  it('gives binary bodies as base64 and plain results as JSON', async () => {
    const answer = await post('/http/entry/plain', 'abc', { 'content-type': 'image/png' });
    expect(await answer.json()).toMatchObject({ seen: { body: 'YWJj', isBase64Encoded: true } });
  });

  it('takes 100 KB of text and 6 MB of anything else', async () => {
    const sizes = async (type: string, size: number): Promise<unknown> => {
      const answer = await post('/http/entry/plain', 'x'.repeat(size), { 'content-type': type });
      const body = (await answer.json()) as { code?: string };
      return body.code ?? answer.status;
    };
    expect(await sizes('application/json', 100 * 1024)).toBe(200);
    expect(await sizes('application/json', 100 * 1024 + 1)).toBe('EXCEED_MAX_PAYLOAD_SIZE');
    expect(await sizes('image/png', 100 * 1024 + 1)).toBe(200);
    expect(await sizes('image/png', 6 * 1024 * 1024 + 1)).toBe('EXCEED_MAX_PAYLOAD_SIZE');
  });

  it("answers the cloud's codes for a function that fails", async () => {
    folder.write('falls', `exports.main = () => { throw new Error('inside'); };`);
    const failed = await post('/http/falls', '');
    expect([failed.status, await failed.json()]).toEqual([
      500,
      { code: 'FUNCTION_INVOCATION_FAILED', message: 'the function gave no answer' },
    ]);
    const ghost = await post('/http/ghost', '');
    expect([ghost.status, await ghost.json()]).toMatchObject([404, { code: 'FUNCTION_NOT_FOUND' }]);
  });
});

describe('other pages in the same browser', () => {
  /** Node's fetch sets Host itself, so the raw client is used. */
  const statusWith = (headers: Record<string, string>, path = '/_local/clock'): Promise<number> =>
    new Promise((resolve, reject) => {
      const call = request(cloud.url + path, { method: 'POST', headers }, (answer) => {
        answer.resume();
        resolve(answer.statusCode ?? 0);
      });
      call.on('error', reject);
      call.end('{"advanceMs":0}');
    });

  it('cannot reach any door', async () => {
    expect(await statusWith({ origin: 'http://evil.example' })).toBe(403);
    expect(await statusWith({ origin: 'null' })).toBe(403);
    expect(await statusWith({ host: 'evil.example' })).toBe(403);
    expect(await statusWith({ 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' })).toBe(403);
    expect(await statusWith({ origin: 'http://evil.example' }, '/admin?env=x')).toBe(403);
  });

  it('our own page can', async () => {
    expect(await statusWith({ origin: cloud.url })).toBe(200);
    expect(await statusWith({})).toBe(200);
  });
});

it('the clock moves by what was asked, however much time passes on the way, and never back', async () => {
  const clockAt = async (wish: object): Promise<{ status: number; now: number }> => {
    const answer = await post('/_local/clock', JSON.stringify(wish));
    return { status: answer.status, now: ((await answer.json()) as { now: number }).now };
  };
  const before = cloud.clock.now();
  const none = await Promise.all(Array.from({ length: 40 }, () => clockAt({ advanceMs: 0 })));
  expect(none.every(({ status }) => status === 200)).toBe(true);
  expect((await clockAt({ advanceMs: 3_600_000 })).now - before).toBeGreaterThanOrEqual(3_600_000);
  expect((await clockAt({ now: before })).status).toBe(400);
  expect((await clockAt({ advanceMs: -1 })).status).toBe(400);
});

describe('identities', () => {
  const identity = { openid: 'o-wang', name: '王建国', role: 'household', note: '' };
  const put = (body: unknown): Promise<Response> =>
    fetch(`${cloud.url}/_local/identities`, { method: 'PUT', body: JSON.stringify(body) });

  it('are kept as they were put', async () => {
    expect((await put([identity])).status).toBe(200);
    expect(await (await fetch(`${cloud.url}/_local/identities`)).json()).toEqual([identity]);
    expect((await put([{ openid: 'o' }])).status).toBe(400);
    expect(cloud.identities()).toEqual([identity]);
  });
});

it('GET /_local/contracts lists every operation with the schemas of its input and output', async () => {
  const { operations } = (await (await fetch(`${cloud.url}/_local/contracts`)).json()) as {
    operations: {
      name: string;
      input: { type?: string };
      output: object;
      roles: string[];
      errors: string[];
    }[];
  };
  expect(operations.length).toBeGreaterThan(5);
  const buyCover = operations.find(({ name }) => name === 'buyCover');
  expect(buyCover).toMatchObject({
    function: 'household',
    input: { type: 'object', additionalProperties: false },
  });
  expect(buyCover?.errors).toContain('REQUEST_TOO_LARGE');
});

it('answers 404 with a reason for doors that are not there', async () => {
  const answer = await post('/_local/nowhere', '');
  expect(answer.status).toBe(404);
  expect(await answer.json()).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
});
