import { z } from '../../shared/zod';
import { PageCodeUnavailable, type PageCodePort } from '../_core/ports/page-codes';
import { openApi } from './open-api';

/** Wide enough to be scanned from paper at three centimetres. */
const WIDTH = 430;

const answer = z.object({ buffer: z.unknown() });
const refusal = z.object({ errCode: z.number() });

/** Mini-program codes without a limit of number. Source: WeChat mini-program server API, "获取不限制的小程序码". */
export const createPageCodes = (): PageCodePort => ({
  picture: async (page, scene) => {
    try {
      const api = await openApi();
      const { buffer } = answer.parse(await api.wxacode.getUnlimited({ page, scene, width: WIDTH }));
      if (Buffer.isBuffer(buffer)) return buffer;
      throw new PageCodeUnavailable('no picture');
    } catch (thrown) {
      const code = refusal.safeParse(thrown);
      throw new PageCodeUnavailable(code.success ? String(code.data.errCode) : 'no answer');
    }
  },
});
