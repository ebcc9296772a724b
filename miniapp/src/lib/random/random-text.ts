const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
const { random } = Math;

/**
 * Letters and digits by chance, for names that must not clash (request ids, uploaded files); never for secrets.
 * The phone's only synchronous source of chance is `Math.random`; this is the port to it.
 */
export const randomText = (length: number): string => {
  let text = '';
  while (text.length < length) text += letters[Math.floor(random() * letters.length)] ?? '';
  return text;
};
