import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { LocalCloud } from '../local-cloud';
import { startTestCloud } from '../testing';
import { connectSdk, refusalOf } from '../testing-sdk';
import { FunctionFolder } from '../testing-functions';

/** Functions in temporary folders have no node_modules above them. */
const SDK = join(__dirname, '../../../node_modules/@cloudbase/node-sdk');
const MB = 1024 * 1024;
const folder = new FunctionFolder();
let cloud: LocalCloud;
let silent: Server;

const call = (name: string, data: object = {}): Promise<unknown> =>
  connectSdk(cloud)
    .callFunction({ name, data })
    .then(({ result }: { result?: unknown }) => result);
const leftBy = (name: string): string[] =>
  cloud
    .faults()
    .filter(({ kind, message }) => kind === 'left-running' && message.startsWith(`${name} `))
    .map(({ message }) => message);

beforeAll(async () => {
  silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  cloud = await startTestCloud({ functionsDir: folder.path });
  cloud.createIndexes('rows', []);
});

afterAll(async () => {
  await cloud.close();
  silent.closeAllConnections();
  await new Promise((resolve) => silent.close(resolve));
  folder.remove();
});

describe('what a function leaves running after its reply', () => {
  const silentAddress = (): string => `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;

  it('is reported: timers, files, requests nobody has answered', async () => {
    folder.write(
      'leaves',
      `exports.main = ({ what, url }) => {
         if (what === 'timer') setTimeout(() => {}, 60000);
         if (what === 'interval') setInterval(() => {}, 60000);
         if (what === 'request') require('node:http').get(url).on('error', () => {});
         if (what === 'fetch') fetch(url).catch(() => {});
         return 'done';
       };`,
    );
    for (const what of ['timer', 'interval', 'request', 'fetch']) {
      expect(await call('leaves', { what, url: `${silentAddress()}/${what}` })).toBe('done');
    }
    expect(leftBy('leaves')).toEqual([
      'leaves left running after its reply: Timeout',
      'leaves left running after its reply: Timeout',
      `leaves left running after its reply: a request to ${silentAddress()}/request`,
      `leaves left running after its reply: a request to ${silentAddress()}/fetch`,
    ]);
  });

  it('is reported when it reaches the cloud after the reply', async () => {
    folder.write(
      'late',
      `const sdk = require(${JSON.stringify(SDK)});
       const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
       exports.main = async () => {
         setTimeout(() => app.database().collection('rows').add({ late: true }), 1);
         return 'done';
       };`,
    );
    await eventually(async () => {
      await call('late');
      return leftBy('late').some((message) => message.endsWith(': database.insertDocument'));
    });
  });

  it('is nothing when all was waited for, through the SDK and with kept connections', async () => {
    folder.write(
      'tidy',
      `const sdk = require(${JSON.stringify(SDK)});
       const app = sdk.init({ env: sdk.SYMBOL_CURRENT_ENV });
       setInterval(() => {}, 60000);
       exports.main = async ({ url }) => {
         const timer = setTimeout(() => {}, 60000);
         const rows = app.database().collection('rows');
         await Promise.all([rows.add({ a: 1 }), rows.count(), rows.limit(1).get()]);
         await new Promise((done) => require('node:http').get(url, (answer) => answer.resume().on('end', done)));
         await (await fetch(url)).text();
         await require('node:fs/promises').readFile(__filename);
         clearTimeout(timer);
         return 'done';
       };`,
    );
    for (let i = 0; i < 3; i += 1) {
      expect(await call('tidy', { url: `${cloud.url}/_local/clock` })).toBe('done');
    }
    expect(leftBy('tidy')).toEqual([]);
  });
});

describe('the memory limit', () => {
  it('counts buffers too, while the function runs and at its end', async () => {
    folder.write(
      'hoards',
      `exports.main = async ({ wait, megabytes }) => {
         const kept = Buffer.alloc(megabytes * 1048576, 1);
         if (wait) await new Promise((done) => setTimeout(done, 60000));
         return kept.length;
       };`,
      { memorySize: 64, timeout: 50 },
    );
    for (const wait of [true, false]) {
      const refusal = await refusalOf(call('hoards', { wait, megabytes: 100 }));
      expect(refusal.code).toBe('FUNCTIONS_MEMORY_LIMIT_EXCEEDED');
      expect(refusal.message).toMatch(/hoards took \d+ MB of 64 MB/);
    }
    expect(await call('hoards', { megabytes: 10 })).toBe(10 * MB);
  });
});

describe('sizes', () => {
  it('6 MB go from function to function, more are refused both ways', async () => {
    folder.write('sizes', `exports.main = ({ size, text }) => 'x'.repeat(size ?? text.length);`);
    expect(await call('sizes', { size: 5 * MB })).toHaveLength(5 * MB);
    expect(await refusalOf(call('sizes', { size: 6 * MB }))).toEqual({
      code: 'FUNCTIONS_EXECUTE_FAIL',
      message: expect.stringContaining('exceeds the upper limit (6MB)') as string,
    });
    expect((await refusalOf(call('sizes', { text: 'y'.repeat(6 * MB) }))).code).toBe(
      'EXCEED_REQUEST_SIZE_LIMIT',
    );
  });
});

describe('instances', () => {
  it('load once and stay warm; a crash costs the next call a cold start', async () => {
    folder.write('starts', `exports.main = ({ die }) => die ? process.exit(1) : 'alive';`);
    await call('starts');
    await call('starts');
    expect((await refusalOf(call('starts', { die: true }))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
    await call('starts');
    const records = cloud.calls().filter(({ functionName }) => functionName === 'starts');
    expect(records.map(({ cold, outcome }) => [cold, outcome])).toEqual([
      [true, 'ok'],
      [false, 'ok'],
      [false, 'crash'],
      [true, 'ok'],
    ]);
  });

  it('end when they have rested too long', async () => {
    const restless = await startTestCloud({ functionsDir: folder.path, longestRestMs: 1 });
    try {
      folder.write('rests', `exports.main = () => 'awake';`);
      const app = connectSdk(restless);
      const states: boolean[] = [];
      await eventually(async () => {
        await app.callFunction({ name: 'rests', data: {} });
        await new Promise((resolve) => setImmediate(resolve));
        states.push(restless.calls().at(-1)?.cold ?? false);
        return states.filter((cold) => cold).length > 1;
      });
    } finally {
      await restless.close();
    }
  });

  it('that do not load answer an error, and load again when they are built anew', async () => {
    folder.write('broken', `throw new Error('no module');`);
    expect((await refusalOf(call('broken'))).code).toBe('FUNCTIONS_EXECUTE_FAIL');
    folder.write('broken', `exports.handler = () => 1;`);
    expect((await refusalOf(call('broken'))).message).toContain('exports no function `main`');
    folder.write('broken', `exports.main = () => 1;`);
    expect(await call('broken')).toBe(1);
  });
});

/** Waits for something that is sure to come; the test's own time limit ends it otherwise. */
async function eventually(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
