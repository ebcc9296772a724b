import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { parseMultipart } from './multipart';

let cloud: LocalCloud;

beforeAll(async () => {
  cloud = await startTestCloud();
});

afterAll(() => cloud.close());

async function send(body: unknown): Promise<Record<string, unknown>> {
  const answer = await fetch(`${cloud.url}/admin?env=x`, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as Record<string, unknown>;
}

describe('the wire of the SDK', () => {
  it('answers data with a request id, and stored documents as canonical EJSON texts', async () => {
    expect(await send({ action: 'database.addCollection', collectionName: 'wired' })).toEqual({
      requestId: expect.any(String) as string,
      data: {},
    });
    const doc =
      '{"_id":"x","n":{"$numberInt":"1"},"at":{"$date":{"$numberLong":"5"}},"b":{"$binary":{"base64":"AA==","subType":"00"}}}';
    await send({ action: 'database.insertDocument', collectionName: 'wired', data: [doc] });
    const { data } = await send({
      action: 'database.getDocument',
      collectionName: 'wired',
      queryType: 'WHERE',
    });
    expect(data).toEqual({ list: [doc] });
  });

  it('keeps long integers exactly', async () => {
    const long = '{"_id":"long","n":{"$numberLong":"9007199254740993"}}';
    await send({ action: 'database.insertDocument', collectionName: 'wired', data: [long] });
    const change = '{"$inc":{"n":{"$numberInt":"2"}}}';
    const query = '{"_id":"long"}';
    const target = { collectionName: 'wired', queryType: 'DOC', query };
    await send({ action: 'database.modifyDocument', ...target, data: change, merge: true, upsert: false });
    const { data } = await send({ action: 'database.getDocument', ...target });
    expect(data).toEqual({ list: [long.replace('0993', '0995')] });
  });

  it.each([
    ['nonsense', '{', 'INVALID_PARAM'],
    ['no action', {}, 'INVALID_PARAM'],
    ['an unknown action', { action: 'database.dropEverything' }, 'NOT_SUPPORTED'],
    ['another environment', { action: 'database.startTransaction', envName: 'other-1' }, 'INVALID_ENV'],
    ['no query type', { action: 'database.getDocument', collectionName: 'wired' }, 'INVALID_PARAM'],
    [
      'too high a limit',
      { action: 'database.getDocument', collectionName: 'wired', queryType: 'WHERE', limit: 1001 },
      'INVALID_PARAM',
    ],
    [
      'a type it cannot keep',
      { action: 'database.insertDocument', collectionName: 'wired', data: ['{"d":{"$numberDecimal":"1"}}'] },
      'NOT_SUPPORTED',
    ],
    [
      'an upsert by condition',
      {
        action: 'database.modifyDocument',
        collectionName: 'wired',
        queryType: 'WHERE',
        merge: true,
        upsert: true,
        data: '{"$set":{"a":1}}',
      },
      'NOT_SUPPORTED',
    ],
  ])('refuses %s with status 200 and a code', async (_name, body, code) => {
    const reply = await send(body);
    expect(reply).toEqual({
      code,
      message: expect.any(String) as string,
      requestId: expect.any(String) as string,
    });
  });

  it('refuses a request of more than 64 MB with status 413 and a code', async () => {
    const body = Buffer.alloc(65 * 1024 * 1024, ' ');
    const answer = await fetch(`${cloud.url}/admin?env=x`, { method: 'POST', body });
    expect(answer.status).toBe(413);
    expect(await answer.json()).toMatchObject({ code: 'EXCEED_MAX_PAYLOAD_SIZE' });
  });
});

it('takes multipart bodies apart, binary fields included', () => {
  const bytes = Buffer.from([0, 13, 10, 45, 45, 255]);
  const body = Buffer.concat([
    Buffer.from('--b\r\nContent-Disposition: form-data; name="action"\r\n\r\nwx.openApi\r\n'),
    Buffer.from('--b\r\nContent-Disposition: form-data; name="requestData"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--b--\r\n'),
  ]);
  const fields = parseMultipart('multipart/form-data; boundary=b', body);
  expect(fields.get('action')?.toString()).toBe('wx.openApi');
  expect(fields.get('requestData')?.equals(bytes)).toBe(true);
});
