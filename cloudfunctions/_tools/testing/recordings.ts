/** Recordings as phones make them: silence in real frames. */

/** What a tagger writes before the sound. */
export const ID3 = Buffer.concat([
  Buffer.from('ID3\x04\0\0\0\0\0\x2a', 'latin1'),
  Buffer.from('TIT2GPS 26.3567N 117.2018E'.padEnd(42, '\0'), 'latin1'),
]);

/** MPEG-2 Layer III, 16,000 samples and 48 kbit a second: 216 bytes for 36 ms, as WeChat records at these settings. */
export const mp3 = (seconds: number): Buffer => {
  const frame = Buffer.alloc(216);
  frame.writeUInt32BE(0xfff368c4);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.036) }, () => frame));
};

/** AAC in ADTS frames, 16,000 samples a second: 64 ms each. */
export const aac = (seconds: number): Buffer => {
  const length = 120;
  const frame = Buffer.alloc(length);
  Buffer.from([0xff, 0xf1, 0x60, 0x40, length >> 3, (length & 7) << 5, 0xfc]).copy(frame);
  return Buffer.concat(Array.from({ length: Math.round(seconds / 0.064) }, () => frame));
};

/** Plain samples, 16 bits, 8,000 a second. */
export const wav = (seconds: number): Buffer => {
  const samples = Buffer.alloc(seconds * 16_000);
  const head = Buffer.from('RIFF____WAVEfmt ____________________', 'latin1');
  head.writeUInt32LE(28 + 20 + samples.length, 4);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(8000, 24);
  head.writeUInt32LE(16_000, 28);
  head.writeUInt16LE(2, 32);
  head.writeUInt16LE(16, 34);
  const note = Buffer.from('LIST\x04\0\0\0GPS!data____', 'latin1');
  note.writeUInt32LE(samples.length, 16);
  return Buffer.concat([head, note, samples]);
};

const box = (kind: string, ...content: readonly Buffer[]): Buffer => {
  const inside = Buffer.concat(content);
  const head = Buffer.alloc(8);
  head.writeUInt32BE(inside.length + 8);
  head.write(kind, 4, 'latin1');
  return Buffer.concat([head, inside]);
};

/** A container with one track of a kind, a length, and a place in its user data. */
export const boxed = (seconds: number, brand = 'M4A ', track = 'soun'): Buffer => {
  const head = Buffer.alloc(100);
  head.writeUInt32BE(1000, 12);
  head.writeUInt32BE(seconds * 1000, 16);
  const handler = Buffer.from(`\0\0\0\0\0\0\0\0${track}${'\0'.repeat(13)}`, 'latin1');
  return Buffer.concat([
    box('ftyp', Buffer.from(`${brand}\0\0\0\0isom`, 'latin1')),
    box(
      'moov',
      box('mvhd', head),
      box('trak', box('mdia', box('hdlr', handler))),
      box('udta', Buffer.from('GPS +26.3567+117.2018/')),
    ),
    box('mdat', Buffer.alloc(500, 7)),
  ]);
};
