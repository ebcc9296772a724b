import { z } from '../../shared/zod';
import { CardReaderUnavailable, type CardReaderPort } from '../_core/ports/card-reader';
import { openApi } from './open-api';

const front = z.object({ name: z.string(), id: z.string() });
const refusal = z.object({ errCode: z.number() });
/** No card, no picture, or a picture that is too large. Source: the same page, 错误码. */
const UNREADABLE = new Set([101000, 101001, 101002, 41005, 45001]);

/** Reads ID cards through WeChat's open API, which needs no secret. */
export const createCardReader = (): CardReaderPort => ({
  readIdCard: async (jpeg) => {
    try {
      const { ocr } = await openApi();
      const answer: unknown = await ocr.idcard({
        type: 'photo',
        img: { contentType: 'image/jpeg', value: jpeg },
      });
      const read = front.safeParse(answer);
      return read.success ? { name: read.data.name, idNumber: read.data.id } : undefined;
    } catch (thrown) {
      const { success, data } = refusal.safeParse(thrown);
      if (success && UNREADABLE.has(data.errCode)) return undefined;
      throw new CardReaderUnavailable(success ? String(data.errCode) : 'no answer');
    }
  },
});
