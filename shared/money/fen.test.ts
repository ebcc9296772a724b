import fc from 'fast-check';
import {
  formatRatio,
  formatYuan,
  formatYuanShort,
  parseYuan,
  proportionOf,
  splitEqually,
  splitInProportion,
  sumOf,
  timesRatio,
} from './fen';

const amount = fc.integer({ min: 0, max: 10_000_000_000 });

describe('splitEqually', () => {
  it('splits 200,000.00 over three into 66,666.67 twice and 66,666.66', () => {
    expect(splitEqually(200_000_00, 3)).toEqual([66_666_67, 66_666_67, 66_666_66]);
  });
  it('splits 120,000.00 over three into 40,000.00 each', () => {
    expect(splitEqually(120_000_00, 3)).toEqual([40_000_00, 40_000_00, 40_000_00]);
  });
  it('adds up exactly, in whole fen, with no two shares more than a fen apart, larger ones first', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 1, max: 30 }), (total, parts) => {
        const shares = splitEqually(total, parts);
        expect(shares).toHaveLength(parts);
        expect(sumOf(shares)).toBe(total);
        expect(shares.every((share) => Number.isInteger(share) && share >= 0)).toBe(true);
        expect(Math.max(...shares) - Math.min(...shares)).toBeLessThanOrEqual(1);
        expect([...shares].sort((one, other) => other - one)).toEqual(shares);
      }),
    );
  });
  it.each([0, -1, 1.5])('refuses %p parts', (parts) => {
    expect(() => splitEqually(100, parts)).toThrow(RangeError);
  });
});

describe('splitInProportion', () => {
  it('gives spare fen to the largest remainder, ties by position', () => {
    // 3.3 · 6.6 · 23.1
    expect(splitInProportion(33, [10, 20, 70])).toEqual([3, 7, 23]);
    expect(splitInProportion(2, [1, 1, 1])).toEqual([1, 1, 0]);
    expect(splitInProportion(5, [0, 3])).toEqual([0, 5]);
  });
  it.each([[[]], [[0, 0]], [[-1, 2]]])('refuses %p', (amounts) => {
    expect(() => splitInProportion(1, amounts)).toThrow(RangeError);
  });
  it('refuses rather than lose exactness', () => {
    expect(() => splitInProportion(10_000_000_000, [10_000_000_000, 1])).toThrow(RangeError);
  });
});

describe('rounding', () => {
  it('rounds half a fen up, less than half down', () => {
    expect(timesRatio(1, 5_000)).toBe(1);
    expect(timesRatio(1, 4_999)).toBe(0);
    expect(timesRatio(256_050, 9_000)).toBe(230_445);
  });
  it('is never above the amount for a ratio up to 100 %, and exact to half a fen', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 10_000 }), (of, ratio) => {
        const part = timesRatio(of, ratio);
        expect(part).toBeLessThanOrEqual(of);
        const difference = BigInt(part) * 20_000n - BigInt(of) * BigInt(ratio) * 2n;
        expect(difference > -10_000n && difference <= 10_000n).toBe(true);
      }),
    );
  });
  it('refuses rather than lose exactness', () => {
    expect(() => proportionOf(9_000_000_000_000_000, 2, 3)).toThrow(RangeError);
    expect(() => proportionOf(-1, 1, 2)).toThrow(RangeError);
    expect(() => proportionOf(1, 1, 0)).toThrow(RangeError);
  });
});

describe('yuan in words and figures', () => {
  it.each([
    [0, '0.00', '0'],
    [5, '0.05', '0.05'],
    [100_00, '100.00', '100'],
    [386_050, '3,860.50', '3,860.50'],
    [212_000_00, '212,000.00', '212,000'],
    [-100_000_00, '−100,000.00', '−100,000'],
  ])('prints %d fen as %s, in headlines %s', (fen, full, short) => {
    expect(formatYuan(fen)).toBe(full);
    expect(formatYuanShort(fen)).toBe(short);
  });
  it.each([
    [10_000, '100%'],
    [9_000, '90%'],
    [750, '7.5%'],
    [5, '0.05%'],
    [0, '0%'],
  ])('prints %d basis points as %s', (ratio, text) => {
    expect(formatRatio(ratio)).toBe(text);
  });
  it.each([
    ['3,860.5', 386_050],
    ['3，860.50 元', 386_050],
    [' 100 ', 100_00],
    ['0.01', 1],
  ])('reads %s', (text, fen) => {
    expect(parseYuan(text)).toBe(fen);
  });
  it.each(['', '-1', '1.234', '1e3', 'abc', '123456789', '.5', '1.'])('refuses to read %p', (text) => {
    expect(parseYuan(text)).toBeUndefined();
  });
  it('reads full-width digits as they are meant', () => {
    expect(parseYuan('１，２００．５０')).toBe(1_200_50);
  });
  it('reads again what it printed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (of) => {
        expect(parseYuan(formatYuan(of))).toBe(of);
      }),
    );
  });
});
