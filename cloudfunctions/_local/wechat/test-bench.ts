import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { open } from 'lmdb';
import { FaultPlan } from '../faults/fault-plan';
import { openStateStore } from '../state-store';
import { createWechat } from './index';
import { type PayKeys } from './keys';
import { type LocalRequest, type WechatSide, type WechatSurroundings } from '../wechat-side';

/**
 * WeChat's side alone, behind a bare HTTP server, with a clock that the test moves and the merchant played by the test.
 * The whole local cloud has its own tests; these look at this room only.
 */
export interface WechatBench {
  readonly url: string;
  readonly appid: string;
  readonly side: WechatSide;
  /** The `WXPAY_*` variables of the functions, and their appid. */
  readonly env: Readonly<Record<string, string>>;
  readonly now: () => number;
  /** What is to go wrong. */
  readonly faults: FaultPlan;
  /** Moves the clock on, as the clock door does: due work is done when it resolves. */
  advance(ms: number): Promise<void>;
  /** Answers callbacks; 204 unless the test says otherwise. */
  receive: (
    url: string,
    message: { headers: Readonly<Record<string, string>>; body: string },
  ) => Promise<number>;
  post(path: string, body: unknown, openid?: string): Promise<{ status: number; body: unknown }>;
  get(path: string): Promise<{ status: number; body: unknown; text: string }>;
  /** Ends this instance and starts another on the same state, as a restart does. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
};

/** The fields of a multipart form as the SDK writes it; `requestData` stays bytes. */
const formOf = (contentType: string, body: Buffer): Record<string, unknown> => {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? '';
  const fields: Record<string, unknown> = {};
  for (const part of body.toString('latin1').split(`--${boundary}`)) {
    const match = /name="([^"]+)"[^]*?\r\n\r\n([^]*)\r\n$/.exec(part);
    if (!match) continue;
    const value = Buffer.from(match[2] ?? '', 'latin1');
    fields[match[1] ?? ''] = match[1] === 'requestData' ? value : value.toString('utf8');
  }
  return fields;
};

export interface BenchOptions {
  /** `permissions.openapi` of the calling function. */
  readonly permissions?: readonly string[];
  /** Pages of the built mini-program. */
  readonly pages?: readonly string[];
  /** Keys made before, to spare the time of making them. */
  readonly keys?: PayKeys;
}

export const startWechatBench = async ({
  permissions = [],
  pages,
  keys,
}: BenchOptions = {}): Promise<WechatBench> => {
  const appid = 'wx0000000000000001';
  const folder = await mkdtemp(join(tmpdir(), 'wechat-bench-'));
  const root = open({ path: folder });
  const stateStore = openStateStore(root).scoped('wechat');
  if (keys) await stateStore.put('keys', keys);
  const listeners = new Set<(now: number) => Promise<void> | void>();
  let offset = 0;
  let url = '';
  const now = (): number => Math.round(performance.timeOrigin + performance.now()) + offset;
  const faults = new FaultPlan(now);
  const start = (): Promise<WechatSide> =>
    createWechat({
      stateStore,
      clock: {
        now,
        onMoved(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      appid,
      baseUrl: () => url,
      entryUrl: 'https://functions.example',
      notify: async (target, message) => ({ status: await bench.receive(target, message), body: '' }),
      pages: () => pages,
      faults,
      log: () => undefined,
    } satisfies WechatSurroundings);

  const answer = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const target = message.url ?? '/';
    const [path = '/', search = ''] = target.split('?');
    const headers = Object.fromEntries(
      Object.entries(message.headers).map(([name, value]) => [name, String(value)]),
    );
    const body = await bodyOf(message);
    if (path === '/admin') {
      const fields = formOf(headers['content-type'] ?? '', body);
      const caller = {
        openid: 'o_caller',
        appid,
        functionName: 'household',
        openapiPermissions: permissions,
      };
      const action = await bench.side.handleOpenApi(fields, caller);
      if ('raw' in action) response.end(action.raw);
      else response.setHeader('content-type', 'application/json; charset=utf-8').end(JSON.stringify(action));
      return;
    }
    const request: LocalRequest = {
      method: message.method ?? 'GET',
      path,
      target,
      query: new URLSearchParams(search),
      headers,
      body,
    };
    const answered = await bench.side.routes(request);
    response.writeHead(answered?.status ?? 404, answered?.headers).end(answered?.body);
  };
  const server = createServer((message, response) => {
    answer(message, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const call = async (
    path: string,
    init: RequestInit,
  ): Promise<{ status: number; body: unknown; text: string }> => {
    const response = await fetch(`${url}${path}`, init);
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return {
      status: response.status,
      body: isJson && text ? (JSON.parse(text) as unknown) : undefined,
      text,
    };
  };

  let side = await start();
  const bench: WechatBench = {
    url,
    appid,
    get side() {
      return side;
    },
    get env() {
      return { ...side.functionEnvironment(), WX_APPID: appid };
    },
    now,
    faults,
    async advance(ms) {
      offset += ms;
      for (const listener of listeners) await listener(now());
    },
    receive: async () => 204,
    post: (path, body, openid = '') =>
      call(path, { method: 'POST', headers: { 'x-openid': openid }, body: JSON.stringify(body) }),
    get: (path) => call(path, {}),
    async restart() {
      await side.close();
      side = await start();
    },
    async close() {
      await side.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await root.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return bench;
};
