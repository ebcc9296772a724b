import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { photo } from '../../test/photo';
import type { Phone } from '../phone';
import { choose, control, fromAlbum, photographs, say, tap, tapTwice } from './hand';

/** An accident as its first answers: the usual ones are pressed by their place in the row, what happened is told. */
export interface Accident {
  /** 今天, 昨天, 前天. */
  readonly day: number;
  /** 早上, 上午, 下午, 晚上. */
  readonly time: number;
  /** 家里, 田里, 路上, 工地. */
  readonly place: number;
  readonly told: string;
}

/** Adds photos as the album gives them, and waits until each has arrived. */
export const addsPhotos = async (phone: Phone, files: readonly string[]): Promise<void> => {
  await fromAlbum(phone, 'claim-photos-add', files);
  await phone.waits(async () => {
    for (const [index] of files.entries()) {
      await control(phone, `claim-photos-remove-${String(index + 1)}`).waitFor();
      await control(phone, `claim-photos-retry-${String(index + 1)}`).waitFor({ state: 'hidden' });
    }
  });
};

const inFolder = (folder: string, name: string, bytes: Uint8Array): string => {
  const file = path.join(folder, name);
  writeFileSync(file, bytes);
  return file;
};

/** A bank card that the local cloud can read, as a picture in a folder; answers its file. */
export const cardFile = async (folder: string, url: string, number: string): Promise<string> => {
  const picture = await fetch(`${url}/_local/wechat/cards/bankcard.png?number=${number}`);
  return inFolder(folder, 'card.png', new Uint8Array(await picture.arrayBuffer()));
};

/** From the home page through the four steps: who, what, papers, account. Sends twice as a nervous finger does. */
export const filesClaim = async (
  phone: Phone,
  accident: Accident,
  photos: readonly string[],
  card: string,
  picture: (name: string) => Promise<unknown>,
): Promise<void> => {
  await tap(phone, 'home-claim');
  await choose(phone, 'claim-person', '0');
  await picture('claim-who');
  await tap(phone, 'claim-who-next');
  await choose(phone, 'claim-kind', 'medical');
  await choose(phone, 'claim-cause', 'fall');
  await tap(phone, `claim-day-${String(accident.day)}`);
  await tap(phone, `claim-time-${String(accident.time)}`);
  await tap(phone, `claim-place-${String(accident.place)}`);
  await say(phone, 'claim-voice', accident.told);
  await picture('claim-what');
  await tap(phone, 'claim-what-next');
  await addsPhotos(phone, photos);
  await picture('claim-papers');
  await tap(phone, 'claim-papers-next');
  await photographs(phone, 'claim-card-photo', card);
  await phone.waits(() => phone.see('卡号填好了，请对照银行卡看一遍。'));
  await tap(phone, 'claim-bank-0');
  await picture('claim-account');
  await tapTwice(phone, 'claim-submit');
  await phone.waits(() => control(phone, 'filed-progress').waitFor());
};

/** Two small photos in a folder; answers their files. */
export const photoFiles = (folder: string): string[] =>
  [0x0b6e5b, 0xa84712].map((colour, index) =>
    inFolder(folder, `photo-${String(index)}.jpg`, photo({ colour, width: 640, height: 480 })),
  );

/** Three photos as the camera of a phone leaves them in its album: 12 million pixels, some 3 MB each; answers their files. */
export const cameraFiles = (folder: string): string[] =>
  [0xf2efe6, 0x9fb4c7, 0xd8cdb4].map((colour, index) =>
    inFolder(folder, `camera-${String(index)}.jpg`, photo({ colour, width: 3000, height: 4000, grain: 44 })),
  );
