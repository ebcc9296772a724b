const HEAD_BYTES = 44;
const PLAIN_SAMPLES = 1;

/** The parts of a RIFF file by their names; the last may be cut. */
const partsOf = (bytes: Buffer): ReadonlyMap<string, Buffer> => {
  const parts = new Map<string, Buffer>();
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = bytes.readUInt32LE(at + 4);
    const name = bytes.toString('latin1', at, at + 4);
    if (!parts.has(name)) parts.set(name, bytes.subarray(at + 8, at + 8 + size));
    at += 8 + size + (size % 2);
  }
  return parts;
};

/** Plain samples with a head written anew, and their length; undefined when there are none. */
export const waveSound = (bytes: Buffer): { readonly bytes: Buffer; readonly ms: number } | undefined => {
  const parts = partsOf(bytes);
  const format = parts.get('fmt ');
  const samples = parts.get('data');
  if (!format || format.length < 16 || !samples || samples.length === 0) return undefined;
  const bytesASecond = format.readUInt32LE(8);
  if (format.readUInt16LE(0) !== PLAIN_SAMPLES || bytesASecond === 0) return undefined;
  const head = Buffer.alloc(HEAD_BYTES);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(HEAD_BYTES - 8 + samples.length, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  format.copy(head, 20, 0, 16);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(samples.length, 40);
  return { bytes: Buffer.concat([head, samples]), ms: (samples.length * 1000) / bytesASecond };
};
