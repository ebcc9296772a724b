import { invalidParam } from '../engine/errors';

const HEADER_END = Buffer.from('\r\n\r\n');

/** The fields of a `multipart/form-data` body as raw bytes; files and fields are not told apart. */
export function parseMultipart(contentType: string, body: Buffer): Map<string, Buffer> {
  const boundary = /boundary=(?:"([^"]+)"|([^;\s]+))/.exec(contentType);
  const name = boundary?.[1] ?? boundary?.[2];
  if (name === undefined) throw invalidParam('The multipart body names no boundary.');
  const delimiter = Buffer.from(`--${name}`);
  const fields = new Map<string, Buffer>();
  let start = body.indexOf(delimiter);
  while (start >= 0) {
    const next = body.indexOf(delimiter, start + delimiter.length);
    if (next < 0) break;
    const part = body.subarray(start + delimiter.length + 2, next - 2);
    const split = part.indexOf(HEADER_END);
    const field = /name="([^"]*)"/.exec(part.subarray(0, Math.max(split, 0)).toString('latin1'))?.[1];
    if (field !== undefined) fields.set(field, part.subarray(split + HEADER_END.length));
    start = next;
  }
  return fields;
}
