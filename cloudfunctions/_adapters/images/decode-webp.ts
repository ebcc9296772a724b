import libwebp from '@jsquash/webp/codec/dec/webp_dec.js';
import { aloneIn, codec, type Factory } from './codec';
import type { Decoder, Pixels } from './pixels';

/** Source: the package's `webp_dec.d.ts`. */
interface LibWebp {
  decode(bytes: ArrayBuffer): Pixels | null;
}

const start = codec(
  libwebp as Factory<LibWebp>,
  (require as unknown as NodeJS.Require).resolve('@jsquash/webp/codec/dec/webp_dec.wasm'),
);

/** The decoder of libwebp. */
export const webpDecoder = async (): Promise<Decoder> => {
  const run = await start();
  return async (bytes) => {
    const { done } = run((decoder) => decoder.decode(aloneIn(bytes)));
    if (!done) throw new Error('no picture');
    return done;
  };
};
