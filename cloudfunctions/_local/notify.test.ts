import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createNotify } from './notify';

const ENTRY_URL = 'https://functions.example';
const message = { headers: { 'x-sign': 's' }, body: '{ "a": 1 }' };

let server: Server;
let url: string;
beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/silent') return;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      response.end(JSON.stringify([request.url, request.headers['x-sign'], body]));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('a callback reaches our functions wherever they are now, and others where they said', async () => {
  const notify = createNotify({ entryUrl: ENTRY_URL, ownUrl: () => `${url}/http` });
  const seen = async (target: string): Promise<unknown> =>
    JSON.parse((await notify(target, message)).body) as unknown;
  expect(await seen(`${ENTRY_URL}/pay-notify`)).toEqual(['/http/pay-notify', 's', message.body]);
  expect(await seen(`${url}/merchant`)).toEqual(['/merchant', 's', message.body]);
});

it('a callback that is not answered in time has failed', async () => {
  const notify = createNotify({ entryUrl: ENTRY_URL, ownUrl: () => url, longestAnswerMs: 20 });
  await expect(notify(`${ENTRY_URL}/silent`, message)).rejects.toThrow('timeout');
});
