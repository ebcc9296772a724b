import { normaliseAccountNumber } from './payees';

/** Cards of UnionPay: 16 to 19 digits after 62; account books and older numbers have no check digit. */
const CARD = /^62\d{14,17}$/;

/** Whether a card's last digit does not fit the others: most likely a digit was read or typed wrong. Source: ISO/IEC 7812-1, annex B. */
export const looksMistyped = (number: string): boolean => {
  const digits = normaliseAccountNumber(number);
  if (!CARD.test(digits)) return false;
  const sum = Array.from(digits).reduceRight((total, digit, index) => {
    const isDoubled = (digits.length - index) % 2 === 0;
    const value = Number(digit) * (isDoubled ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 !== 0;
};
