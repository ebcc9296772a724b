import { z } from '../../shared/zod';
import { CardReaderUnavailable, type CardReaderPort } from '../_core/ports/card-reader';
import { openApi, type OpenApi } from './open-api';

const front = z.object({ name: z.string(), id: z.string() });
const bankCard = z.object({ number: z.string() });
const refusal = z.object({ errCode: z.number() });
/** No card, no picture, or a picture that is too large. Source: the same pages, 错误码. */
const UNREADABLE = new Set([101000, 101001, 101002, 41005, 45001]);

/** What WeChat answers; undefined when it finds no such card in the picture. */
const ask = async (kind: keyof OpenApi['ocr'], jpeg: Buffer): Promise<unknown> => {
  try {
    const { ocr } = await openApi();
    return await ocr[kind]({ type: 'photo', img: { contentType: 'image/jpeg', value: jpeg } });
  } catch (thrown) {
    const { success, data } = refusal.safeParse(thrown);
    if (success && UNREADABLE.has(data.errCode)) return undefined;
    throw new CardReaderUnavailable(success ? String(data.errCode) : 'no answer');
  }
};

/** Reads cards through WeChat's open API, which needs no secret. */
export const createCardReader = (): CardReaderPort => ({
  readIdCard: async (jpeg) => {
    const { data } = front.safeParse(await ask('idcard', jpeg));
    return data && { name: data.name, idNumber: data.id };
  },
  readBankCard: async (jpeg) => bankCard.safeParse(await ask('bankcard', jpeg)).data?.number,
});
