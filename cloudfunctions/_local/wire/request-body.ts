import { invalidParam } from '../engine/errors';

/** The parsed body of one SDK request; every field is looked at where it is used. */
export type RequestBody = Readonly<Record<string, unknown>>;

export function parseBody(text: string): RequestBody {
  let body: unknown;
  try {
    body = JSON.parse(text);
  } catch {
    throw invalidParam('The request body is not JSON.');
  }
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw invalidParam('The request body must be a JSON object.');
  }
  return body as RequestBody;
}

export function requiredText(body: RequestBody, field: string): string {
  const value = body[field];
  if (typeof value !== 'string' || value === '') throw invalidParam(`"${field}" is missing.`);
  return value;
}

/** Absent and empty text are the same on this wire. */
export function optionalText(body: RequestBody, field: string): string | undefined {
  const value = body[field];
  if (value === undefined || value === null || value === '') return undefined;
  if (typeof value !== 'string') throw invalidParam(`"${field}" must be a string.`);
  return value;
}

export function optionalCount(body: RequestBody, field: string, fallback: number): number {
  const value = body[field] ?? fallback;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < 0) {
    throw invalidParam(`"${field}" must be a whole number that is not negative.`);
  }
  return value;
}

export function objects(body: RequestBody, field: string): RequestBody[] {
  const value = body[field];
  if (!Array.isArray(value)) throw invalidParam(`"${field}" must be an array.`);
  return value.map((item: unknown) => {
    if (typeof item !== 'object' || item === null) throw invalidParam(`"${field}" must hold objects.`);
    return item as RequestBody;
  });
}

export function texts(body: RequestBody, field: string): string[] {
  const value = body[field];
  if (!Array.isArray(value)) throw invalidParam(`"${field}" must be an array.`);
  return value.map((item: unknown) => {
    if (typeof item !== 'string') throw invalidParam(`"${field}" must hold strings.`);
    return item;
  });
}
