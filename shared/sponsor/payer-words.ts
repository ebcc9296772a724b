import { formatYuanShort, sumOf } from '../money/fen';
import type { Payer } from '../order/payer.schema';

type Shown = Pick<Payer, 'kind' | 'name' | 'amountFen'>;

/** The family's own part of a premium. */
export const ownPartOf = (payers: readonly Shown[]): number =>
  sumOf(payers.filter(({ kind }) => kind === 'self').map(({ amountFen }) => amountFen));

/** Who reads it: the family itself, or a relative who is asked to pay for it. */
const WHOSE = {
  own: { family: '您家', left: (own: string): string => `您付 ${own} 元`, nothing: '您不用付钱' },
  relatives: { family: '这家', left: (own: string): string => `还要付 ${own} 元`, nothing: '不用再付钱' },
} as const;

/** Who pays how much for the family, and what is left for it; undefined when nobody else pays. Source: domain R11. */
export const payerWords = (
  payers: readonly Shown[],
  whose: keyof typeof WHOSE = 'own',
): string | undefined => {
  const others = payers.filter(({ kind }) => kind !== 'self');
  if (others.length === 0) return undefined;
  const { family, left, nothing } = WHOSE[whose];
  const given = others.map(
    ({ name, amountFen }) => `${name ?? '单位'}替${family}出 ${formatYuanShort(amountFen)} 元`,
  );
  const own = ownPartOf(payers);
  return `${given.join('，')}，${own === 0 ? nothing : left(formatYuanShort(own))}。`;
};
