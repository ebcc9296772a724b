import type { Fen } from '../money/fen';
import type { Coverages } from './plan.schema';

/** What a plan may cover, by its name in the plan. */
export type CoverageKind = keyof Coverages;

/** In the order of screens. */
export const COVERAGE_WORDS: Readonly<Record<CoverageKind, string>> = {
  accident: '意外身故、伤残',
  medical: '意外医疗费',
  allowance: '意外住院，每天',
  illness: '列明的重病',
};

/** One sum that a person holds, under the name of what pays it. */
export interface NamedSum {
  readonly kind: CoverageKind;
  readonly label: string;
  readonly fen: Fen;
}

const named = (kind: CoverageKind, fen: Fen): NamedSum[] =>
  fen === 0 ? [] : [{ kind, label: COVERAGE_WORDS[kind], fen }];

/** What one person holds under every coverage of a plan that has it; the family's medical money is not a person's. */
export const personSums = (held: {
  readonly accidentFen: Fen;
  readonly allowancePerDayFen: Fen;
  readonly illnessSumFen: Fen;
}): NamedSum[] => [
  ...named('accident', held.accidentFen),
  ...named('allowance', held.allowancePerDayFen),
  ...named('illness', held.illnessSumFen),
];
