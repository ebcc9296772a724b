/** Sound as bare frames, each with a head of its own. */
export interface Frames {
  readonly frames: readonly Buffer[];
  readonly ms: number;
}

/** One frame's measures, from its head. */
interface FrameHead {
  readonly bytes: number;
  readonly samples: number;
  readonly samplesASecond: number;
}

/** Kilobits a second of Layer III; 0 and 15 are not allowed. Source: ISO/IEC 11172-3, 2.4.2.3; 13818-3. */
const MPEG1_RATES = [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320];
const MPEG2_RATES = [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160];
const MPEG1_SAMPLES = [44_100, 48_000, 32_000];

const mp3Head = (bytes: Buffer, at: number): FrameHead | undefined => {
  if (at + 4 > bytes.length) return undefined;
  const head = bytes.readUInt32BE(at);
  const [version, layer] = [(head >>> 19) & 3, (head >>> 17) & 3];
  if (head >>> 21 !== 0x7ff || version === 1 || layer !== 1) return undefined;
  const isFirst = version === 3;
  const rate = (isFirst ? MPEG1_RATES : MPEG2_RATES)[(head >>> 12) & 15] ?? 0;
  const samplesASecond = (MPEG1_SAMPLES[(head >>> 10) & 3] ?? 0) / ([4, 1, 2, 1][version] ?? 1);
  if (rate === 0 || samplesASecond === 0) return undefined;
  const padding = (head >>> 9) & 1;
  return {
    bytes: Math.floor(((isFirst ? 144 : 72) * rate * 1000) / samplesASecond) + padding,
    samples: isFirst ? 1152 : 576,
    samplesASecond,
  };
};

/** Source: ISO/IEC 14496-3, table 1.18. */
const AAC_SAMPLES = [
  96_000, 88_200, 64_000, 48_000, 44_100, 32_000, 24_000, 22_050, 16_000, 12_000, 11_025, 8_000, 7_350,
];

/** Source: ISO/IEC 14496-3, 1.A.2.2 (ADTS). */
const aacHead = (bytes: Buffer, at: number): FrameHead | undefined => {
  if (at + 7 > bytes.length || (bytes.readUInt16BE(at) & 0xfff6) !== 0xfff0) return undefined;
  const samplesASecond = AAC_SAMPLES[((bytes[at + 2] ?? 0) >>> 2) & 15];
  const length = (bytes.readUIntBE(at + 3, 3) >>> 5) & 0x1fff;
  if (samplesASecond === undefined || length < 8) return undefined;
  return { bytes: length, samples: 1024 * (1 + ((bytes[at + 6] ?? 0) & 3)), samplesASecond };
};

/** Where the sound begins behind tags at the beginning. Source: ID3v2.4.0, 3.1. */
const behindTags = (bytes: Buffer): number => {
  let at = 0;
  while (bytes.toString('latin1', at, at + 3) === 'ID3' && at + 10 <= bytes.length) {
    const size = [6, 7, 8, 9].reduce((sum, byte) => sum * 128 + ((bytes[at + byte] ?? 0) & 127), 0);
    at += 10 + size;
  }
  return at;
};

const framesBy =
  (headAt: (bytes: Buffer, at: number) => FrameHead | undefined) =>
  (bytes: Buffer): Frames => {
    const frames: Buffer[] = [];
    let ms = 0;
    let at = behindTags(bytes);
    for (let head = headAt(bytes, at); head && at + head.bytes <= bytes.length; head = headAt(bytes, at)) {
      frames.push(bytes.subarray(at, at + head.bytes));
      ms += (head.samples * 1000) / head.samplesASecond;
      at += head.bytes;
    }
    return { frames, ms };
  };

/** The frames of an MP3 up to the first thing that is none; tags are left out. */
export const mp3Frames = framesBy(mp3Head);
/** The frames of an AAC stream up to the first thing that is none; tags are left out. */
export const aacFrames = framesBy(aacHead);
