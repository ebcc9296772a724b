import { instantAt } from '../time/china-day';
import { coverPeriodFrom, coverStartDay, isCoveredAt, periodsOverlap } from './cover-period';

describe('cover period', () => {
  it('starts the next China day at 00:00, whatever the hour of payment', () => {
    expect(coverStartDay(instantAt('2026-06-11', '00:00'))).toBe('2026-06-12');
    expect(coverStartDay(instantAt('2026-06-11', '23:59'))).toBe('2026-06-12');
    expect(coverStartDay(instantAt('2026-12-31', '23:59'))).toBe('2027-01-01');
  });

  it('waits for the campaign day when that is later, and is never backdated', () => {
    const paidAt = instantAt('2026-06-11', '10:00');
    expect(coverStartDay(paidAt, '2026-07-01')).toBe('2026-07-01');
    expect(coverStartDay(paidAt, '2026-06-01')).toBe('2026-06-12');
  });

  it('does not cover 23:59 before it starts, covers 00:00, and ends at 00:00 a year later', () => {
    const period = coverPeriodFrom('2026-06-12');
    expect(isCoveredAt(period, instantAt('2026-06-11', '23:59'))).toBe(false);
    expect(isCoveredAt(period, instantAt('2026-06-12', '00:00'))).toBe(true);
    expect(isCoveredAt(period, instantAt('2027-06-11', '23:59'))).toBe(true);
    expect(isCoveredAt(period, instantAt('2027-06-12', '00:00'))).toBe(false);
  });

  it('follows its predecessor without gap or overlap', () => {
    const first = coverPeriodFrom('2026-06-12');
    expect(periodsOverlap(first, coverPeriodFrom('2027-06-12'))).toBe(false);
    expect(periodsOverlap(first, coverPeriodFrom('2027-06-11'))).toBe(true);
    expect(coverPeriodFrom('2024-02-29').endAt).toBe(instantAt('2025-02-28', '00:00'));
  });
});
