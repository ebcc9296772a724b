import type { Phone } from '../phone';
import { atCashier, control, tap } from './hand';

/** Asks a relative to pay instead of paying; answers the route that the card opens. */
export const asksRelative = async (phone: Phone): Promise<string> => {
  await tap(phone, 'pay-ask-family');
  await control(phone, 'ask-share').waitFor();
  await phone.picture('buy-ask-family', { whole: true });
  await tap(phone, 'ask-share');
  const address = await phone.page.evaluate(() => navigator.clipboard.readText());
  return address.slice(address.indexOf('#') + 1);
};

/** Opens the card in a chat and pays. */
export const paysForFamily = async (phone: Phone, route: string): Promise<void> => {
  await phone.open(route);
  await control(phone, 'pay-for-submit').waitFor();
  await phone.picture('pay-for-family', { whole: true });
  await tap(phone, 'pay-for-submit');
  await atCashier(phone, '支付');
  await phone.see('付好了');
  await phone.picture('pay-for-family-paid', { whole: true });
};

/** Comes back to where the relative was asked, and finds the policy. */
export const findsItPaid = async (phone: Phone, route: string): Promise<void> => {
  await phone.open(route.replace(/pay-for-family/g, 'ask-family'));
  await tap(phone, 'ask-look');
  await tap(phone, 'success-policy');
};
