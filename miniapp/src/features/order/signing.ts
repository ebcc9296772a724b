import type { Strokes } from 'shared/order/order.schema';
import { isWrittenName } from 'shared/order/written-name';
import type { Purchase } from './purchase';

/** Keeps, or with no strokes takes back, the signature of one person. */
export const sign = (before: Purchase, memberIndex: number, written: Strokes): Partial<Purchase> => ({
  signatures: [
    ...before.signatures.filter((signature) => signature.memberIndex !== memberIndex),
    ...(written.length === 0 ? [] : [{ memberIndex, strokes: written }]),
  ].sort((one, other) => one.memberIndex - other.memberIndex),
  later: before.later.filter((position) => position !== memberIndex),
});

/** One adult is not here: they confirm in their own WeChat, by a link that is sent after the purchase. */
export const confirmLater = (before: Purchase, memberIndex: number): Partial<Purchase> => ({
  signatures: before.signatures.filter((signature) => signature.memberIndex !== memberIndex),
  later: [...before.later.filter((position) => position !== memberIndex), memberIndex].sort((a, b) => a - b),
});

/** Positions of those who must sign, in the order of the list. */
export const signersOf = (of: Purchase): number[] =>
  of.checked.flatMap(({ mustSign }, position) => (mustSign ? [position] : []));

/** Positions of those who must sign and neither have nor confirm later. */
export const unsignedOf = (of: Purchase): number[] =>
  signersOf(of).filter(
    (position) =>
      !of.later.includes(position) &&
      !of.signatures.some(
        ({ memberIndex, strokes: written }) => memberIndex === position && isWrittenName(written),
      ),
  );

/** Whether every adult has written their name, or confirms later. */
export const isSigned = (of: Purchase): boolean => of.checked.length > 0 && unsignedOf(of).length === 0;

/** What is still wanting of the signatures, each adult by name; undefined when all are there. */
export const wantingWords = (of: Purchase): string | undefined => {
  const begun = new Set(of.signatures.map(({ memberIndex }) => memberIndex));
  const namesOf = (positions: number[]) =>
    positions.map((position) => of.checked[position]?.name ?? '').join('、');
  const unsigned = unsignedOf(of);
  const short = namesOf(unsigned.filter((position) => begun.has(position)));
  const missing = namesOf(unsigned.filter((position) => !begun.has(position)));
  const words = [
    ...(missing === '' ? [] : [`还差${missing}签名`]),
    ...(short === '' ? [] : [`${short}的签名太短，请写全名`]),
  ];
  return words.length === 0 ? undefined : words.join('；');
};
