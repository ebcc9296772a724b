import { json, jsonText, refused } from '../doors/replies';
import { parseEjsonDoc } from '../engine/ejson';
import { CloudError } from '../engine/errors';
import type { Doc } from '../engine/values';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import type { ConsoleParts } from './console-parts';
import type { QueryWish } from './wire';

const MOST_DOCUMENTS = 100;

/**
 * `POST query`: finds documents with the engine that functions use, and tells how it read them. Answers
 * `{ok:true,data:{documents,explain}}`, documents in canonical EJSON as stored. It never writes.
 */
export function answerQuery({ database, clock }: ConsoleParts, request: LocalRequest): LocalResponse {
  const wish = readWish(request.body);
  if (wish === undefined) return refused('INVALID_INPUT', '查询格式不正确。', 400);
  try {
    const now = (): number => clock.now();
    const query = {
      collection: wish.collection,
      filter: docOf(wish.filter, now),
      order: docOf(wish.sort, now),
      skip: wish.skip,
      limit: wish.limit,
    };
    const { found, explanation } = database.explain(query);
    return jsonText(
      `{"ok":true,"data":{"documents":[${found.map(({ text }) => text).join(',')}],"explain":${JSON.stringify(explanation)}}}`,
    );
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    return json({ ok: false, error: { code: error.code, message: error.message } }, 400);
  }
}

function docOf(text: string, now: () => number): Doc {
  return text.trim() === '' ? {} : parseEjsonDoc(text, now);
}

function readWish(body: Buffer): QueryWish | undefined {
  let value: Partial<Record<keyof QueryWish, unknown>>;
  try {
    value = JSON.parse(body.toString('utf8')) as typeof value;
  } catch {
    return undefined;
  }
  const { collection, filter = '', sort = '', skip = 0, limit = 20 } = value;
  if (typeof collection !== 'string' || typeof filter !== 'string' || typeof sort !== 'string')
    return undefined;
  if (!isCount(skip, 0, 1_000_000) || !isCount(limit, 1, MOST_DOCUMENTS)) return undefined;
  return { collection, filter, sort, skip, limit };
}

function isCount(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}
