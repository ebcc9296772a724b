import { fault, Media, type OpenApiFault, type OpenApiFunction } from './open-api-answer';
import { pixelsOf, readCard, type SampleCard } from './sample-cards';

/** Source: WeChat mini-program server API, "身份证识别", "银行卡识别": 图片说明, 错误码. */
const LARGEST_BYTES = 2 * 1024 * 1024;

/** What lies at a signed address of this cloud's storage; `undefined` for every other address. */
const storedPicture = async (baseUrl: string, url: string): Promise<Buffer | undefined> => {
  if (!url.startsWith(`${baseUrl}/storage/`)) return undefined;
  const answer = await fetch(url);
  return answer.ok ? Buffer.from(await answer.arrayBuffer()) : undefined;
};

/**
 * `ocr.idcard` (front side) and `ocr.bankcard`: read what a sample card carries; see `sample-cards.ts`.
 * 41005 no picture, 45001 over 2 MB, 101000 address not readable, 101001 no such card in the picture, 101002 no picture.
 */
export const createOcr = (
  baseUrl: () => string,
): { readonly idcard: OpenApiFunction; readonly bankcard: OpenApiFunction } => {
  const bytesOf = async ({ img, img_url: url }: Readonly<Record<string, unknown>>) => {
    if (img instanceof Media) return img.bytes;
    if (typeof url !== 'string' || url === '') return fault(41005, 'media data missing');
    return (await storedPicture(baseUrl(), url)) ?? fault(101000, 'invalid image url');
  };
  const cardIn = async (
    parameters: Readonly<Record<string, unknown>>,
  ): Promise<SampleCard | OpenApiFault> => {
    const bytes = await bytesOf(parameters);
    if (!Buffer.isBuffer(bytes)) return bytes;
    if (bytes.length > LARGEST_BYTES) return fault(45001, 'media size out of limit');
    const pixels = pixelsOf(bytes);
    if (!pixels) return fault(101002, 'invalid image data');
    return readCard(pixels) ?? fault(101001, 'certificate not found');
  };
  const reader =
    <K extends SampleCard['card']>(
      kind: K,
      answer: (card: Extract<SampleCard, { card: K }>) => object,
    ): OpenApiFunction =>
    async (parameters) => {
      const card = await cardIn(parameters);
      if ('errcode' in card) return card;
      return isOf(kind, card) ? answer(card) : fault(101001, 'certificate not found');
    };

  return {
    idcard: reader('idcard', ({ name, id, addr, gender, nationality }) => ({
      type: 'Front',
      name,
      id,
      addr,
      gender,
      nationality,
    })),
    bankcard: reader('bankcard', ({ number }) => ({ number })),
  };
};

const isOf = <K extends SampleCard['card']>(
  kind: K,
  card: SampleCard,
): card is Extract<SampleCard, { card: K }> => card.card === kind;
