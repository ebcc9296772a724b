import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { LostAnswer } from './faults/lost-answer';
import type { LocalRequest, LocalResponse } from './wechat-side';

/** Bodies beyond this are refused; every door has its own, smaller limit. */
const LARGEST_BODY = 64 * 1024 * 1024;

class BodyTooLarge extends Error {
  constructor() {
    super('the request body is larger than 64 MB');
    this.name = 'BodyTooLarge';
  }
}

/** Answers a request; `undefined` lets the caller answer 404. */
export type Handler = (request: IncomingMessage, body: Buffer) => Promise<LocalResponse>;

/** The one HTTP server of the local cloud, on the loopback address only. */
export class LoopbackServer {
  private readonly server: Server;

  constructor(handler: Handler, onError: (error: unknown) => void) {
    this.server = createServer((request, response) => {
      answer(handler, request, response).catch((error: unknown) => {
        onError(error);
        response.destroy();
      });
    });
    // Callers keep connections alive for seconds; closing them earlier would race with their next request.
    this.server.keepAliveTimeout = 30_000;
  }

  /** Starts to listen; 0 takes a free port. Answers the port. */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        this.server.off('error', reject);
        resolve((this.server.address() as AddressInfo).port);
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }
}

async function answer(handler: Handler, request: IncomingMessage, response: ServerResponse): Promise<void> {
  let reply: LocalResponse;
  try {
    reply = await handler(request, await readBody(request));
  } catch (error) {
    if (error instanceof LostAnswer) {
      loseAnswer(error, response);
      return;
    }
    if (!(error instanceof BodyTooLarge)) throw error;
    // The code is that of the cloud's gateways.
    const refusal = { code: 'EXCEED_MAX_PAYLOAD_SIZE', message: error.message };
    reply = { status: 413, body: JSON.stringify(refusal) };
  }
  const body = reply.body ?? '';
  response.writeHead(reply.status, { 'content-length': Buffer.byteLength(body), ...reply.headers });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** Cuts the connection; a caller that gives up before has cut it itself. */
function loseAnswer({ holdMs }: LostAnswer, response: ServerResponse): void {
  const cut = setTimeout(() => response.destroy(), holdMs);
  response.once('close', () => clearTimeout(cut));
}

/** By events: an asynchronous iterator costs some thirty microseconds more for each request. */
function readBody(request: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (bytes: Buffer) => {
      size += bytes.length;
      // Read to the end: a caller that is still sending would not hear the refusal.
      if (size <= LARGEST_BODY) chunks.push(bytes);
    });
    request.on('end', () => {
      const only = chunks[0];
      if (size > LARGEST_BODY) reject(new BodyTooLarge());
      else resolve(chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks));
    });
    request.on('error', reject);
  });
}

/** The request in the form in which the doors and WeChat's side take it. */
export function toLocalRequest(request: IncomingMessage, body: Buffer): LocalRequest {
  const target = request.url ?? '/';
  const question = target.indexOf('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: question < 0 ? target : target.slice(0, question),
    target,
    query: new URLSearchParams(question < 0 ? '' : target.slice(question + 1)),
    headers,
    body,
  };
}
