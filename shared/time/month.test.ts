import { addMonths, formatMonth } from './month';

describe('months', () => {
  it.each([
    ['2026-06', 1, '2026-07'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', -15, '2024-12'],
    ['2026-03', 0, '2026-03'],
  ])('%s and %i months is %s', (month, months, expected) => {
    expect(addMonths(month, months)).toBe(expected);
  });

  it('says a month in words', () => {
    expect(formatMonth('2026-06')).toBe('2026年6月');
  });

  it('refuses what is no month', () => {
    expect(() => addMonths('2026-6', 1)).toThrow('not a month');
  });
});
