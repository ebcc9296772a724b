import fc from 'fast-check';
import { cleanSound } from '../../_core/sounds/clean-sound';
import { jpegPhoto } from '../../_tools/testing/claims';
import { aac, boxed, ID3, mp3, wav } from '../../_tools/testing/recordings';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { checkVoice } from './check-voice';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

const checked = async (bytes: Buffer) =>
  checkVoice(stage.workshop, await stage.workshop.ports.files.write('claims-inbox/voice.mp3', bytes));

describe('a voice note', () => {
  it.each([
    ['mp3', mp3(12)],
    ['mp3', Buffer.concat([ID3, ID3, mp3(12), Buffer.from('TAGGPS'.padEnd(128, '\0'))])],
    ['aac', aac(12)],
    ['m4a', boxed(12)],
    ['m4a', boxed(12, 'mp42')],
    ['wav', wav(12)],
  ])('as %s is kept with its length, and without what stands beside the sound', async (kind, bytes) => {
    const note = await checked(bytes);
    if (!note.ok) throw new Error(note.fault.code);
    expect(note.kind).toBe(kind);
    expect(Math.abs(note.ms - 12_000)).toBeLessThan(100);
    expect(note.bytes.includes('GPS')).toBe(false);
    expect(cleanSound(note.bytes)).toEqual(note);
  });

  it('may be a minute long and no longer', async () => {
    for (const record of [mp3, aac, boxed, wav]) {
      expect(await checked(record(60))).toMatchObject({ ok: true });
      expect(await checked(record(62))).toEqual({ ok: false, fault: { code: 'VOICE_TOO_LONG' } });
    }
  });

  it('of more than 2 MB is too long, whatever it says', async () => {
    const bytes = Buffer.concat([mp3(5), Buffer.alloc(2 * 1024 * 1024)]);
    expect(await checked(bytes)).toEqual({ ok: false, fault: { code: 'VOICE_TOO_LONG' } });
  });

  it.each([
    ['a photo', jpegPhoto(1), /不是录音/],
    ['a film', boxed(12, 'mp42', 'vide'), /不是录音/],
    ['a program called .mp3', Buffer.from('4d5a9000', 'hex'), /程序/],
    ['nothing', Buffer.alloc(0), /空的/],
    ['a tag without sound', ID3, /损坏/],
    ['a tag before a program', Buffer.concat([ID3, Buffer.alloc(500, 'MZ')]), /损坏/],
    ['a few frames before a program', Buffer.concat([mp3(0.2), Buffer.alloc(5000, 'MZ')]), /损坏/],
    ['the beginning of a container', boxed(12).subarray(0, 120), /损坏/],
  ])('that is %s is refused with what to do', async (_what, bytes, words) => {
    expect(await checked(bytes)).toEqual({
      ok: false,
      fault: { code: 'VOICE_NOT_AUDIO', message: expect.stringMatching(words) as string },
    });
  });

  it('that never arrived, or lies outside the inbox, is missing', async () => {
    const kept = await stage.workshop.ports.files.write('claims/voice.mp3', mp3(5));
    for (const fileId of [kept, kept.replace('claims/', 'claims-inbox/none-')]) {
      expect(await checkVoice(stage.workshop, fileId)).toEqual({
        ok: false,
        fault: { code: 'VOICE_MISSING' },
      });
    }
  });

  it('never fails in another way, whatever is spoiled in it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(mp3(1), aac(1), boxed(1), wav(1), Buffer.concat([ID3, mp3(1)])),
        fc.nat(500),
        fc.uint8Array({ maxLength: 40 }),
        fc.nat(2000),
        (bytes, at, noise, end) => {
          const spoiled = Buffer.concat([bytes.subarray(0, at), Buffer.from(noise), bytes.subarray(at, end)]);
          expect(typeof cleanSound(spoiled).ok).toBe('boolean');
        },
      ),
    );
  });
});
