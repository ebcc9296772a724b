/** What a hand does on a phone: controls by their ids, among pages that Taro keeps hidden in the document. */
import type { Locator } from 'playwright-core';
import type { Move, Phone } from '../phone';
import { PACE, signsOf } from './pace';

/** The control of this id on the page in front. */
export const control = (phone: Phone, id: string): Locator =>
  phone.page.locator(`[id="${id}"]`).filter({ visible: true });

/** Presses a control; waits until it is there and at rest. A finger that has just drawn fast would still be flinging, so this is a click. */
export const tap = (phone: Phone, id: string): Promise<void> => {
  const it = control(phone, id);
  return phone.does({ kind: 'press' }, it, () => it.click());
};

/** Presses a control twice before anything can answer. */
export const tapTwice = (phone: Phone, id: string): Promise<void> => {
  const it = control(phone, id);
  return phone.does({ kind: 'press' }, it, () =>
    Promise.all([it.dispatchEvent('click'), it.dispatchEvent('click')]),
  );
};

/** Writes into a field of text. */
export const write = (phone: Phone, id: string, text: string): Promise<void> => {
  const field = control(phone, id)
    .locator('input, textarea')
    .or(control(phone, id).and(phone.page.locator('input, textarea')))
    .first();
  return phone.does({ kind: 'write', text }, field, () => field.fill(text));
};

/** Chooses one of a list of choices. */
export const choose = (phone: Phone, id: string, value: string): Promise<void> =>
  tap(phone, `${id}-${value}`);

/** Turns the wheels of a day or a time: one for each of its figures. */
export const turn = (phone: Phone, id: string, value: string): Promise<void> => {
  const wheel = phone.page.locator(`input[id="${id}"]`).filter({ visible: true });
  return phone.does({ kind: 'turn', wheels: value.split(/[-:]/).length }, wheel, () => wheel.fill(value));
};

/** Says something for as long as it takes to say, on the recording's own clock. */
export const say = async (phone: Phone, id: string, text: string): Promise<void> => {
  await tap(phone, `${id}-record`);
  const seconds = Math.ceil(signsOf(text).length * PACE.spoken);
  await phone.waits(() => phone.see(`0:${String(seconds).padStart(2, '0')} / 1:00`));
  await tap(phone, `${id}-stop`);
  await phone.waits(() => control(phone, `${id}-play`).waitFor());
};

/** Gives files to the control that asks for photos. */
const giving = (phone: Phone, move: Move, id: string, files: readonly string[]): Promise<void> => {
  const it = control(phone, id);
  return phone.does(move, it, async () => {
    const chooser = phone.page.waitForEvent('filechooser');
    await it.click();
    await (await chooser).setFiles([...files]);
  });
};

/** Chooses photos in the album that a control opens. */
export const fromAlbum = (phone: Phone, id: string, files: readonly string[]): Promise<void> =>
  giving(phone, { kind: 'album', photos: files.length }, id, files);

/** Takes a photo with the camera that a control opens. */
export const photographs = (phone: Phone, id: string, file: string): Promise<void> =>
  giving(phone, { kind: 'camera' }, id, [file]);

/** A name as somebody writes it with a finger. */
export const writesName = async (phone: Phone, id: string): Promise<void> => {
  const pad = control(phone, id).first();
  await pad.waitFor();
  const stroke = (from: number, height: number): [number, number][] =>
    Array.from({ length: 10 }, (_, step) => [from + step * 0.03, height + (step % 3) * 0.08]);
  await phone.draw(pad, [stroke(0.1, 0.3), stroke(0.35, 0.5), stroke(0.6, 0.35)]);
};

/** What somebody does at WeChat's cashier, which lies over the page. */
export const atCashier = async (phone: Phone, does: '支付' | '取消'): Promise<void> => {
  const cashier = phone.page.frameLocator('iframe[title*="微信支付"]');
  await cashier
    .getByRole('button', { name: new RegExp(does) })
    .first()
    .tap();
};
