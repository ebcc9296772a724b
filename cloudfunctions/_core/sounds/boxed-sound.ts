/** A box of a media file: its kind, and where its content lies. Source: ISO/IEC 14496-12, 4.2. */
interface Box {
  readonly kind: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

const boxesIn = (bytes: Buffer, from: number, to: number): Box[] | undefined => {
  const boxes: Box[] = [];
  let at = from;
  while (at + 8 <= to) {
    const size = bytes.readUInt32BE(at) || to - at;
    if (size < 8 || at + size > to) return undefined;
    boxes.push({ kind: bytes.toString('latin1', at + 4, at + 8), at, from: at + 8, to: at + size });
    at += size;
  }
  return boxes;
};

/** Boxes that hold words, pictures, places, or whatever somebody put there. */
const TELLS = new Set(['udta', 'meta', 'uuid', 'free', 'skip', 'wide']);
/** What a box of this kind holds; each stands in the one before, so that nothing is nested for ever. */
const HOLDS: Readonly<Record<string, string>> = { moov: 'trak', trak: 'mdia' };

/** Makes free space of what tells more than the sound: nothing moves, because the sound is found by its place. */
const silence = (bytes: Buffer, boxes: readonly Box[], holder = 'moov'): void => {
  for (const { kind, at, from, to } of boxes) {
    if (TELLS.has(kind)) bytes.fill(0, from, to).write('free', at + 4, 'latin1');
    else if (kind === holder) silence(bytes, boxesIn(bytes, from, to) ?? [], HOLDS[kind]);
  }
};

const allOf = (bytes: Buffer, boxes: readonly Box[], path: readonly string[]): Box[] => {
  const [kind, ...rest] = path;
  const found = boxes.filter((box) => box.kind === kind);
  if (rest.length === 0) return found;
  return found.flatMap(({ from, to }) => allOf(bytes, boxesIn(bytes, from, to) ?? [], rest));
};

/** Milliseconds by the movie's head, whose second version has longer numbers. Source: the same, 8.2.2. */
const lengthOf = (bytes: Buffer, { from, to }: Box): number | undefined => {
  const isLong = bytes[from] === 1;
  if (to - from < (isLong ? 32 : 20)) return undefined;
  const scale = bytes.readUInt32BE(from + (isLong ? 20 : 12));
  const duration = isLong ? Number(bytes.readBigUInt64BE(from + 24)) : bytes.readUInt32BE(from + 16);
  return scale === 0 ? undefined : (duration * 1000) / scale;
};

/** The recording without what tells more than its sound, and its length; undefined when it is broken or holds more than sound. */
export const boxedSound = (original: Buffer): { readonly bytes: Buffer; readonly ms: number } | undefined => {
  const bytes = Buffer.from(original);
  const boxes = boxesIn(bytes, 0, bytes.length);
  if (!boxes?.some(({ kind }) => kind === 'mdat')) return undefined;
  const [head] = allOf(bytes, boxes, ['moov', 'mvhd']);
  const tracks = allOf(bytes, boxes, ['moov', 'trak', 'mdia', 'hdlr']);
  const isSound =
    tracks.length > 0 && tracks.every(({ from }) => bytes.toString('latin1', from + 8, from + 12) === 'soun');
  const ms = head && lengthOf(bytes, head);
  if (!isSound || !ms) return undefined;
  silence(bytes, boxes);
  return { bytes, ms };
};
