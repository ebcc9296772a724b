import mozjpeg from '@jsquash/jpeg/codec/dec/mozjpeg_dec.js';
import { aloneIn, codec, type Factory } from './codec';
import type { Decoder, Pixels } from './pixels';

/** Complaints after which a part of the picture is missing; others are of no consequence. */
const IS_BROKEN = /premature end|bad huffman/i;

/** Source: the package's `mozjpeg_dec.d.ts`. */
interface MozJpeg {
  decode(bytes: ArrayBuffer, turnUpright: boolean): Pixels | null;
}

const start = codec(
  mozjpeg as Factory<MozJpeg>,
  (require as unknown as NodeJS.Require).resolve('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'),
);

/** MozJPEG, told to throw for what is broken off or broken, where the library itself would fill up with grey. */
export const jpegDecoder = async (): Promise<Decoder> => {
  const run = await start();
  return async (bytes) => {
    const { done, complaints } = run((decoder) => decoder.decode(aloneIn(bytes), false));
    if (!done || complaints.some((words) => IS_BROKEN.test(words))) throw new Error(complaints[0]);
    return done;
  };
};
