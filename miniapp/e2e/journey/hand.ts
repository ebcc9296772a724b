/** What a hand does on a phone: controls by their ids, among pages that Taro keeps hidden in the document. */
import type { Locator } from 'playwright-core';
import type { Phone } from '../phone';

/** The control of this id on the page in front. */
export const control = (phone: Phone, id: string): Locator =>
  phone.page.locator(`[id="${id}"]`).filter({ visible: true });

/** Presses a control; waits until it is there and at rest. A finger that has just drawn fast would still be flinging, so this is a click. */
export const tap = (phone: Phone, id: string): Promise<void> => control(phone, id).click();

/** Writes into a field of text. */
export const write = (phone: Phone, id: string, text: string): Promise<void> =>
  control(phone, id)
    .locator('input, textarea')
    .or(control(phone, id).and(phone.page.locator('input, textarea')))
    .first()
    .fill(text);

/** Chooses one of a list of choices. */
export const choose = (phone: Phone, id: string, value: string): Promise<void> =>
  tap(phone, `${id}-${value}`);

/** Turns the wheel of a day or a time. */
export const turn = (phone: Phone, id: string, value: string): Promise<void> =>
  phone.page.locator(`input[id="${id}"]`).filter({ visible: true }).fill(value);

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
