import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { FunctionFolder } from '../testing-functions';
import { databaseAt } from '../testing-sdk';
import type {
  CollectionsView,
  FilesView,
  FunctionsView,
  LogsView,
  Overview,
  QueryResult,
  QueryWish,
} from './wire';

const folder = new FunctionFolder();
let cloud: LocalCloud;

beforeAll(async () => {
  folder.write('echo', `exports.main = async (event) => { console.log('heard'); return event; };`, {
    triggers: [{ name: 'nightly', type: 'timer', config: '0 0 3 * * * *' }],
  });
  cloud = await startTestCloud({
    functionsDir: folder.path,
    collections: [{ name: 'people', indexes: [{ name: 'age', keys: [['age', 'asc']], unique: false }] }],
  });
  const people = databaseAt(cloud.url).collection('people');
  await people.add(
    Array.from({ length: 1_200 }, (_, n) => ({ _id: `p${n}`, age: n % 100, name: `<b>${n}</b>` })),
  );
});

afterAll(async () => {
  await cloud.close();
  folder.remove();
});

const read = async <T>(door: string): Promise<T> =>
  (await (await fetch(`${cloud.url}/_local/console/${door}`)).json()) as T;

interface Answer {
  readonly ok: boolean;
  readonly data: QueryResult;
  readonly error?: { readonly code: string; readonly message: string };
}
const query = async (wish: Partial<QueryWish>): Promise<Answer & { readonly status: number }> => {
  const answer = await fetch(`${cloud.url}/_local/console/query`, {
    method: 'POST',
    body: JSON.stringify({ collection: 'people', ...wish }),
  });
  return { status: answer.status, ...((await answer.json()) as Answer) };
};

describe('the page', () => {
  it('comes with its program and style, and lets nothing else run', async () => {
    // Who leaves out the last slash is led to the page too.
    const page = await fetch(`${cloud.url}/_local`);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(page.headers.get('content-security-policy')).toMatch(/default-src 'none'; script-src 'self';/);
    const html = await page.text();
    for (const name of ['app.js', 'app.css']) {
      expect(html).toContain(`/_local/console/${name}`);
      const part = await fetch(`${cloud.url}/_local/console/${name}`);
      expect(part.status).toBe(200);
      expect((await part.text()).length).toBeGreaterThan(10_000);
    }
  });

  it('is not for pages of other origins', async () => {
    for (const door of ['', 'console/overview', 'console/query']) {
      const answer = await fetch(`${cloud.url}/_local/${door}`, {
        method: 'POST',
        headers: { origin: 'http://evil.example' },
      });
      expect(answer.status).toBe(403);
    }
  });

  it('has no door that writes', async () => {
    for (const door of ['overview', 'functions', 'logs', 'collections', 'files', 'file']) {
      const answer = await fetch(`${cloud.url}/_local/console/${door}`, { method: 'POST', body: '{}' });
      expect(answer.status).toBe(404);
    }
  });
});

it('counts what there is', async () => {
  expect(await read<Overview>('overview')).toMatchObject({
    environment: 'nuanjiabao-local',
    offsetMs: cloud.clock.offsetMs(),
    collections: 1,
    documents: 1_200,
    developmentFaults: [],
  });
});

it('lists functions, their timers and calls, and the log of one call', async () => {
  await fetch(`${cloud.url}/_local/call/echo`, {
    method: 'POST',
    headers: { 'x-openid': 'o-wang' },
    body: '{"name":"greet"}',
  });
  const { functions, timers, calls } = await read<FunctionsView>('functions');
  expect(functions).toEqual([
    {
      name: 'echo',
      timeoutMs: 3_000,
      memoryMb: 256,
      instances: { alive: 1, busy: 0 },
      calls: { total: 1, failed: 0, cold: 1 },
    },
  ]);
  expect(timers).toMatchObject([{ name: 'nightly', functionName: 'echo', cron: '0 0 3 * * * *' }]);
  expect(calls).toMatchObject([{ functionName: 'echo', trigger: 'client', cold: true, outcome: 'ok' }]);
  expect((await read<LogsView>('logs?source=echo&text=heard')).lines).toMatchObject([{ text: 'heard' }]);
  expect((await read<LogsView>('logs?source=echo&text=unheard')).lines).toEqual([]);
});

describe('a query', () => {
  it('is read by the engine of the functions, which tells how', async () => {
    expect((await read<CollectionsView>('collections')).collections).toEqual([
      {
        name: 'people',
        count: 1_200,
        indexes: [{ name: 'age', unique: false, multikey: false, keys: [{ field: 'age', direction: 1 }] }],
      },
    ]);
    const { data } = await query({ filter: '{"age": 7}', sort: '{"age": -1}', limit: 5 });
    expect(data.documents[0]).toEqual({ _id: 'p7', age: { $numberInt: '7' }, name: '<b>7</b>' });
    expect(data.explain).toMatchObject({ plan: 'index', indexes: ['age'], scanned: 5, returned: 5 });
  });

  it('may scan without being reported as a fault of a function', async () => {
    const { data } = await query({ filter: '{"name": "<b>1100</b>"}' });
    expect(data.explain).toMatchObject({ plan: 'scan', scanned: 1_200, returned: 1 });
    expect(cloud.faults()).toEqual([]);
  });

  it('is refused with a reason when it is none', async () => {
    expect(await query({ filter: '{"age"' })).toMatchObject({
      status: 400,
      error: { code: 'INVALID_PARAM' },
    });
    expect(await query({ filter: '{"$set": {"age": 1}}' })).toMatchObject({ status: 400, ok: false });
    expect(await query({ collection: 'ghosts' })).toMatchObject({
      status: 400,
      error: { code: 'DATABASE_COLLECTION_NOT_EXIST' },
    });
    expect(await query({ limit: 101 })).toMatchObject({ status: 400, error: { code: 'INVALID_INPUT' } });
  });
});

it('lists files and leads to them by an address that expires', async () => {
  await fetch(`${cloud.url}/_local/files/claims-inbox/a.txt`, {
    method: 'PUT',
    headers: { 'x-openid': 'o-wang' },
    body: 'hello',
  });
  expect((await read<FilesView>('files')).files).toMatchObject([{ path: 'claims-inbox/a.txt', size: 5 }]);
  const door = `${cloud.url}/_local/console/file?path=claims-inbox/a.txt`;
  expect((await fetch(door, { redirect: 'manual' })).headers.get('location')).toMatch(/^\/storage\/.*sign=/);
  const opened = await fetch(door);
  expect(await opened.text()).toBe('hello');
  expect(opened.headers.get('content-security-policy')).toContain('sandbox');
  expect((await fetch(`${cloud.url}/_local/console/file?path=ghost`)).status).toBe(404);
});
