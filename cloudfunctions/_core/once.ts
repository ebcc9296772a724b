import { AppError } from '../../shared/errors/app-error';
import { bodyHash, deriveId } from './ids';
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

/** Wraps the work of a transaction so that a repeat of the request gets the first answer again. */
export const onceUnder =
  <T>(request: RequestName, work: Work<T>): Work<T> =>
  async (tx) => {
    const id = deriveId('req', request.openid, request.operation, request.requestId);
    const hash = bodyHash(request.body);
    const kept = await tx.answers.get(id);
    if (kept) {
      if (kept.bodyHash !== hash) throw new AppError('REQUEST_ID_REUSED');
      return kept.answer as T;
    }
    const answer = await work(tx);
    await tx.answers.create({ id, bodyHash: hash, answer, at: request.at });
    return answer;
  };
