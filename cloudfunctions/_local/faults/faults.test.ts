import { join } from 'node:path';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { connectSdk, databaseAt } from '../testing-sdk';
import { FunctionFolder } from '../testing-functions';

/** Functions in temporary folders have no node_modules above them. */
const SDK = join(__dirname, '../../../node_modules/@cloudbase/node-sdk');
const folder = new FunctionFolder();
let cloud: LocalCloud;

beforeAll(async () => {
  folder.write(
    'writes',
    `const sdk = require(${JSON.stringify(SDK)});
     const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
     exports.main = async ({ ids }) => {
       const outcomes = [];
       for (const _id of ids) {
         outcomes.push(await app.database().collection('rows').add({ _id }).then(() => 'stored', ({ code }) => code));
       }
       return outcomes;
     };`,
  );
  cloud = await startTestCloud({ functionsDir: folder.path });
  cloud.createIndexes('rows', []);
});

afterAll(async () => {
  await cloud.close();
  folder.remove();
});

const door = async (method: string, body?: unknown): Promise<{ status: number; body: unknown }> => {
  const answer = await fetch(`${cloud.url}/_local/faults`, {
    method,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  return { status: answer.status, body: await answer.json() };
};
const plan = (...rules: object[]): Promise<unknown> => door('POST', { rules });
const write = async (name: string, ...ids: string[]): Promise<unknown> => {
  const data = { name, ids };
  return connectSdk(cloud)
    .callFunction({ name: 'writes', data })
    .then(
      ({ result }: { result?: unknown }) => result,
      (thrown: unknown) => (thrown as { code: string }).code,
    );
};
const stored = async (...ids: string[]): Promise<unknown[]> => {
  const rows = databaseAt(cloud.url).collection('rows');
  const found = await Promise.all(ids.map((id) => rows.doc(id).get()));
  return found.map(({ data }) => data.length === 1);
};

describe('the n-th database call of an operation', () => {
  it('fails before it happens', async () => {
    await plan({ do: 'failBefore', of: 'before', nth: 2 });
    expect(await write('other', 'o1', 'o2')).toEqual(['stored', 'stored']);
    expect(await write('before', 'b1', 'b2', 'b3')).toEqual(['stored', 'ECONNRESET', 'stored']);
    expect(await stored('b1', 'b2', 'b3')).toEqual([true, false, true]);
    expect(await write('before', 'b4', 'b5')).toEqual(['stored', 'stored']);
    expect((await door('GET')).body).toMatchObject({
      rules: [{ do: 'failBefore', of: 'before', nth: 2, fired: 1 }],
      firings: [{ do: 'failBefore', name: 'before', nth: 2 }],
    });
  });

  it('fails after it happened', async () => {
    await plan({ do: 'failAfter', of: 'writes', action: 'insertDocument', nth: 1 });
    expect(await write('after', 'a1', 'a2')).toEqual(['ECONNRESET', 'stored']);
    expect(await stored('a1', 'a2')).toEqual([true, true]);
  });

  it.each([
    ['killBefore', false],
    ['killAfter', true],
  ])('%s ends the worker, and only that one', async (kind, isStored) => {
    await plan({ do: kind, of: kind, nth: 2 });
    const ids = [1, 2, 3].map((n) => `${kind}-${String(n)}`);
    const [killed, bystander] = await Promise.all([write(kind, ...ids), write('bystander', `${kind}-by`)]);
    expect([killed, bystander]).toEqual(['FUNCTIONS_EXECUTE_FAIL', ['stored']]);
    expect(await stored(...ids)).toEqual([true, isStored, false]);
    expect(await write(kind, `${kind}-4`)).toEqual(['stored']);
  });
});

describe('the same seed', () => {
  it('spoils the same calls again, whatever runs beside', async () => {
    const run = async (round: string, alongside: number): Promise<unknown> => {
      await door('POST', { seed: 11, rules: [{ do: 'failBefore', of: 'seeded', chance: 0.4 }] });
      const ids = Array.from({ length: 12 }, (_item, i) => `${round}-${String(i)}`);
      const others = Array.from({ length: alongside }, (_item, i) =>
        write('beside', `${round}-x${String(i)}`),
      );
      const outcomes = await write('seeded', ...ids);
      await Promise.all(others);
      return outcomes;
    };
    const first = await run('first', 0);
    expect(first).toContain('ECONNRESET');
    expect(first).toContain('stored');
    expect(await run('second', 2)).toEqual(first);
  });
});

describe('the door', () => {
  it('shows, replaces and clears the plan', async () => {
    await door('POST', { seed: 9, rules: [{ do: 'delayCallback', nth: 1, delayMs: 60_000 }] });
    expect((await door('GET')).body).toEqual({
      seed: 9,
      rules: [{ do: 'delayCallback', nth: 1, delayMs: 60_000, fired: 0 }],
      firings: [],
    });
    expect((await door('DELETE')).body).toMatchObject({ rules: [], firings: [] });
  });

  it.each([
    ['no JSON', '{', ''],
    ['no rules', {}, 'rules'],
    ['an unknown fault', { rules: [{ do: 'explode', nth: 1 }] }, 'rules.0.do 只能是 loseCallback、'],
    ['neither nth nor chance', { rules: [{ do: 'loseCallback' }] }, '要么写 nth，要么写 chance'],
    ['both', { rules: [{ do: 'loseCallback', nth: 1, chance: 1 }] }, '要么写 nth，要么写 chance'],
    ['an nth of nought', { rules: [{ do: 'loseCallback', nth: 0 }] }, 'rules.0.nth 至少为 1'],
    ['a chance above one', { rules: [{ do: 'loseCallback', chance: 1.5 }] }, 'rules.0.chance'],
    [
      'a field of another fault',
      { rules: [{ do: 'loseCallback', nth: 1, delayMs: 5 }] },
      'rules.0 没有 delayMs',
    ],
    ['an unknown field', { rules: [], seeds: 1 }, 'seeds'],
  ])('refuses %s and keeps the plan it has', async (_name, body, reason) => {
    await plan({ do: 'timeoutBefore', nth: 7 });
    const answer = await door('POST', body);
    expect(answer).toMatchObject({ status: 400, body: { ok: false, error: { code: 'INVALID_FAULTS' } } });
    expect((answer.body as { error: { message: string } }).error.message).toContain(reason);
    expect((await door('GET')).body).toMatchObject({ rules: [{ nth: 7 }] });
  });
});
