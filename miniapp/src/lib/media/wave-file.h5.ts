const HEAD_BYTES = 44;

/** One channel of samples (-1 to 1) as a WAV file of 16 bits. Source: RIFF WAVE, "PCM". */
export const waveFile = (samples: Float32Array, samplesASecond: number): Blob => {
  const view = new DataView(new ArrayBuffer(HEAD_BYTES + samples.length * 2));
  const write = (at: number, text: string) =>
    Array.from(text).forEach((letter, index) => view.setUint8(at + index, letter.charCodeAt(0)));
  write(0, 'RIFF');
  view.setUint32(4, HEAD_BYTES - 8 + samples.length * 2, true);
  write(8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, 1, true);
  view.setUint16(22, 1, true);
  view.setUint32(24, samplesASecond, true);
  view.setUint32(28, samplesASecond * 2, true);
  view.setUint16(32, 2, true);
  view.setUint16(34, 16, true);
  write(36, 'data');
  view.setUint32(40, samples.length * 2, true);
  samples.forEach((sample, index) =>
    view.setInt16(HEAD_BYTES + index * 2, Math.max(-1, Math.min(1, sample)) * 0x7fff, true),
  );
  return new Blob([view], { type: 'audio/wav' });
};
