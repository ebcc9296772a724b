import { unsafeUniformIntDistribution, xoroshiro128plus } from 'pure-rand';

/** Everything that is left to chance in one run: the same seed, the same run. */
export class Chance {
  private readonly generator;

  constructor(seed: number) {
    this.generator = xoroshiro128plus(seed);
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return unsafeUniformIntDistribution(low, high, this.generator);
  }

  /** True in about `permille` of a thousand cases. */
  happens(permille: number): boolean {
    return this.between(1, 1000) <= permille;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[this.between(0, choices.length - 1)] ?? choices[0];
  }

  bytes(length: number): Buffer {
    const bytes = Buffer.allocUnsafe(length);
    for (let at = 0; at < length; at += 4) {
      const word = this.generator.unsafeNext();
      for (let byte = at; byte < Math.min(at + 4, length); byte += 1)
        bytes[byte] = word >>> (8 * (byte - at));
    }
    return bytes;
  }
}
