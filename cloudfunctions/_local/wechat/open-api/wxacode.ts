import { z } from '../../../../shared/zod';
import { fault, type OpenApiFunction } from './open-api-answer';
import { jpegPicture, pngPicture, qrPixels } from './qr-picture';

/** Source: WeChat mini-program server API, "获取不限制的小程序码": 请求参数, 错误码. */
const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]{1,32}$/;

const part = z.pipe(
  z.union([z.int(), z.pipe(z.string().check(z.regex(/^\d{1,3}$/)), z.transform(Number))]),
  z.int().check(z.gte(0), z.lte(255)),
);
const look = z.object({
  check_path: z.optional(z.boolean()),
  env_version: z.optional(z.enum(['release', 'trial', 'develop'])),
  width: z.optional(z.int().check(z.gte(280), z.lte(1280))),
  line_color: z.optional(z.object({ r: part, g: part, b: part })),
  is_hyaline: z.optional(z.boolean()),
});

/**
 * `wxacode.getUnlimited`: a QR code (not WeChat's round code) of `<base>/#/<page>?scene=<scene, encoded>`, which opens the
 * browser build. 40169 scene, 41030 page, 40097 anything else.
 * @param pages of the built mini-program, the home page first; `undefined` when there is no build: then every page counts.
 */
export const getUnlimited = (
  pages: () => readonly string[] | undefined,
  baseUrl: () => string,
): OpenApiFunction => {
  return async (parameters) => {
    const { scene, page } = parameters;
    if (typeof scene !== 'string' || !SCENE.test(scene)) {
      return fault(40169, 'invalid length for scene, or the data is not json string');
    }
    const wanted = look.safeParse(parameters);
    if (!wanted.success) return fault(40097, 'invalid args');
    const {
      check_path: mustExist = true,
      width = 430,
      line_color: colour = { r: 0, g: 0, b: 0 },
      is_hyaline: isClear = false,
    } = wanted.data;
    const known = pages();
    const path = page === undefined || page === '' ? (known?.[0] ?? '') : page;
    const isWellFormed = typeof path === 'string' && !path.startsWith('/') && !path.includes('?');
    if (!isWellFormed || (mustExist && known?.includes(path) === false)) return fault(41030, 'invalid page');

    const pixels = qrPixels(
      `${baseUrl()}/#/${path}?scene=${encodeURIComponent(scene)}`,
      width,
      colour,
      isClear,
    );
    return isClear ? pngPicture(pixels) : jpegPicture(pixels);
  };
};
