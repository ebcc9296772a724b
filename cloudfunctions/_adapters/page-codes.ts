import { z } from '../../shared/zod';
import { PageCodeUnavailable, type PageCodePort } from '../_core/ports/page-codes';
import { openApi } from './open-api';

/** Wide enough to be scanned from paper at three centimetres. */
const WIDTH = 430;

const answer = z.object({ buffer: z.unknown() });
const refusal = z.object({ errCode: z.number() });
/** Busy, or asked too often: may be tried again. Source: the same page, 错误码. */
const PASSING = new Set([-1, 45009]);

/** What a call that failed means: WeChat is not there now, or the fault is ours (page, permission, scene). */
const meaningOf = (thrown: unknown): Error => {
  const { success, data } = refusal.safeParse(thrown);
  if (!success) return new PageCodeUnavailable('no answer');
  return PASSING.has(data.errCode)
    ? new PageCodeUnavailable(String(data.errCode))
    : new Error(`wxacode.getUnlimited was refused: ${String(data.errCode)}`);
};

/** Mini-program codes without a limit of number. Source: WeChat mini-program server API, "获取不限制的小程序码". */
export const createPageCodes = (): PageCodePort => ({
  picture: async (page, scene) => {
    const made = await openApi()
      .then(({ wxacode }) => wxacode.getUnlimited({ page, scene, width: WIDTH }))
      .catch((thrown: unknown) => Promise.reject(meaningOf(thrown)));
    const { buffer } = answer.parse(made);
    if (!Buffer.isBuffer(buffer)) throw new PageCodeUnavailable('no picture');
    return buffer;
  },
});
