import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

const RANGE = 2 ** 32;

/** Numbers that follow from a seed alone, in [0, 1). */
export function seededChance(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => unsafeUniformIntDistribution(0, RANGE - 1, generator) / RANGE;
}
