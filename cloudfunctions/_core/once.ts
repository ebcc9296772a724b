import { AppError } from '../../shared/errors/app-error';
import { bodyHash, deriveId } from './ids';
import type { z } from '../../shared/zod';
import type { keptAnswer } from './kept-answer';
import type { Work } from './operation';

/** What names a write request. */
export interface RequestName {
  readonly openid: string;
  readonly operation: string;
  readonly requestId: string;
  /** The whole parsed input. */
  readonly body: unknown;
  readonly at: number;
}

interface Answers {
  readonly answers: { get(id: string): Promise<z.infer<typeof keptAnswer> | undefined> };
}

const idOf = ({ openid, operation, requestId }: RequestName): string =>
  deriveId('req', openid, operation, requestId);

/** The first answer to a request, wrapped; undefined when there is none yet. Throws REQUEST_ID_REUSED. */
export const answerKept = async (
  { answers }: Answers,
  request: RequestName,
): Promise<{ readonly answer: unknown } | undefined> => {
  const kept = await answers.get(idOf(request));
  if (!kept) return undefined;
  if (kept.bodyHash !== bodyHash(request.body)) throw new AppError('REQUEST_ID_REUSED');
  return { answer: kept.answer };
};

/** Wraps the work of a transaction so that a repeat of the request gets the first answer again. */
export const onceUnder =
  <T>(request: RequestName, work: Work<T>): Work<T> =>
  async (tx) => {
    const kept = await answerKept(tx, request);
    if (kept) return kept.answer as T;
    const answer = await work(tx);
    const { body, at } = request;
    await tx.answers.create({ id: idOf(request), bodyHash: bodyHash(body), answer, at });
    return answer;
  };
