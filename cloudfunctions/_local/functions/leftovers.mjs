/**
 * Tells what a function call leaves running: the cloud freezes an instance after the reply, so what is not finished by
 * then goes on during some later call, or never.
 */
import { subscribe } from 'node:diagnostics_channel';

/** Sockets say little: kept or closing, they wait for nobody. Requests are looked at instead. */
const HARMLESS = new Set([
  'ConnectWrap',
  'MessagePort',
  'SimpleShutdownWrap',
  'SimpleWriteWrap',
  'TCPSocketWrap',
  'TLSWrap',
]);

/** Requests begun and not answered to the end, each with the words that name it. */
const requests = new Map();

subscribe('http.client.request.start', ({ request }) => {
  requests.set(request, `a request to http://${request.getHeader('host')}${request.path.split('?')[0]}`);
});
subscribe('undici:request:create', ({ request }) => {
  requests.set(request, `a request to ${request.origin}${request.path.split('?')[0]}`);
});
for (const end of ['undici:request:trailers', 'undici:request:error']) {
  subscribe(end, ({ request }) => requests.delete(request));
}

function openRequests() {
  for (const request of requests.keys()) {
    if (request.destroyed === true || request.res?.complete === true) requests.delete(request);
  }
  return requests;
}

/** Begins to watch; the answer waits for one turn of the event loop and lists what has begun since and not ended. */
export function leftovers() {
  const before = process.getActiveResourcesInfo();
  const requestsBefore = new Set(openRequests().keys());
  return async () => {
    await new Promise((resolve) => setImmediate(resolve));
    const left = process.getActiveResourcesInfo().filter((kind) => {
      const known = before.indexOf(kind);
      if (known >= 0) before.splice(known, 1);
      return known < 0 && !HARMLESS.has(kind);
    });
    for (const [request, name] of openRequests()) if (!requestsBefore.has(request)) left.push(name);
    return left;
  };
}
