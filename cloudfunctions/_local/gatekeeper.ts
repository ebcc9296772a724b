import type { IncomingHttpHeaders } from 'node:http';

/**
 * Keeps other web pages out: a page of another origin that runs in a browser on this machine must neither trigger
 * anything here nor read anything, not even by a host name of its own that points to this machine.
 * Answers why a request is refused, or undefined.
 */
export function refusalReason(headers: IncomingHttpHeaders, port: number): string | undefined {
  const { host, origin } = headers;
  if (host !== `127.0.0.1:${port}` && host !== `localhost:${port}`) return 'unknown host';
  if (origin !== undefined && origin !== `http://${host}`) return 'foreign origin';
  const site = headers['sec-fetch-site'];
  if (site === 'cross-site' && headers['sec-fetch-mode'] !== 'navigate') return 'foreign origin';
  return undefined;
}
