import { formatYuanShort, sumOf } from '../money/fen';
import type { Payer } from '../order/payer.schema';

type Shown = Pick<Payer, 'kind' | 'name' | 'amountFen'>;

/** The family's own part of a premium. */
export const ownPartOf = (payers: readonly Shown[]): number =>
  sumOf(payers.filter(({ kind }) => kind === 'self').map(({ amountFen }) => amountFen));

/** Who pays how much for the family, and what is left for it; undefined when nobody else pays. Source: domain R11. */
export const payerWords = (payers: readonly Shown[]): string | undefined => {
  const others = payers.filter(({ kind }) => kind !== 'self');
  if (others.length === 0) return undefined;
  const given = others.map(
    ({ name, amountFen }) => `${name ?? '单位'}替您家出 ${formatYuanShort(amountFen)} 元`,
  );
  const own = ownPartOf(payers);
  return `${given.join('，')}，${own === 0 ? '您不用付钱' : `您付 ${formatYuanShort(own)} 元`}。`;
};
