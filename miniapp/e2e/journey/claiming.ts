import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { photo } from '../../test/photo';
import type { Phone } from '../phone';
import { choose, control, tap, turn, write } from './hand';

export interface Accident {
  readonly day: string;
  readonly time: string;
  readonly place: string;
  readonly story: string;
}

/** Adds photos as the album gives them. */
export const addsPhotos = async (phone: Phone, files: readonly string[]): Promise<void> => {
  const chooser = phone.page.waitForEvent('filechooser');
  await tap(phone, 'claim-photos-add');
  await (await chooser).setFiles([...files]);
  for (const [index] of files.entries()) {
    await control(phone, `claim-photos-remove-${String(index + 1)}`).waitFor();
    await control(phone, `claim-photos-retry-${String(index + 1)}`).waitFor({ state: 'hidden' });
  }
};

/** The four steps: who, what, papers, account. Sends twice as a nervous finger does. */
export const filesClaim = async (
  phone: Phone,
  accident: Accident,
  photos: readonly string[],
  account: string,
  picture: (name: string) => Promise<unknown>,
): Promise<void> => {
  await choose(phone, 'claim-person', '0');
  await picture('claim-who');
  await tap(phone, 'claim-who-next');
  await choose(phone, 'claim-kind', 'medical');
  await choose(phone, 'claim-cause', 'fall');
  await turn(phone, 'claim-day', accident.day);
  await turn(phone, 'claim-time', accident.time);
  await write(phone, 'claim-place', accident.place);
  await write(phone, 'claim-story', accident.story);
  await picture('claim-what');
  await tap(phone, 'claim-what-next');
  await addsPhotos(phone, photos);
  await picture('claim-papers');
  await tap(phone, 'claim-papers-next');
  await write(phone, 'claim-account', account);
  await tap(phone, 'claim-bank-0');
  await picture('claim-account');
  const send = control(phone, 'claim-submit');
  await Promise.all([send.dispatchEvent('click'), send.dispatchEvent('click')]);
  await control(phone, 'filed-progress').waitFor();
};

/** Two photos as a phone takes them, in a folder; answers their files. */
export const photoFiles = (folder: string): string[] =>
  [0x0b6e5b, 0xa84712].map((colour, index) => {
    const file = path.join(folder, `photo-${String(index)}.jpg`);
    writeFileSync(file, photo({ colour, width: 640, height: 480 }));
    return file;
  });
