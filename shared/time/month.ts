/** A month in China, `YYYY-MM`. */
export type Month = string;

const partsOf = (month: Month): { year: number; month: number } => {
  const match = /^(\d{4})-(\d{2})$/.exec(month);
  if (!match) throw new RangeError('not a month');
  return { year: Number(match[1]), month: Number(match[2]) };
};

/** Some months later, or earlier when negative: `2026-01` and −1 give `2025-12`. */
export const addMonths = (month: Month, months: number): Month => {
  const parts = partsOf(month);
  const count = parts.year * 12 + parts.month - 1 + months;
  return `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`;
};

/** `2026年6月`. */
export const formatMonth = (month: Month): string => {
  const parts = partsOf(month);
  return `${parts.year}年${parts.month}月`;
};
