import { runsOutOn, runsOutWarning } from './limitation';

describe('the two years', () => {
  it('end on the same day two years on, also after a leap day', () => {
    expect(runsOutOn('2026-06-12')).toBe('2028-06-12');
    expect(runsOutOn('2024-02-29')).toBe('2026-02-28');
  });
  it('are not spoken of while there is time', () => {
    expect(runsOutWarning('medical', '2026-06-12', '2026-06-20')).toBeUndefined();
    expect(runsOutWarning('medical', '2026-06-12', '2028-04-12')).toBeUndefined();
  });
  it('are warned of in their last 60 days, with the day', () => {
    expect(runsOutWarning('disability', '2026-06-12', '2028-04-13')).toContain('6月12日');
    expect(runsOutWarning('medical', '2026-06-12', '2028-06-12')).toContain('请尽快报案');
  });
  it('warn and do not forbid afterwards', () => {
    expect(runsOutWarning('medical', '2026-06-12', '2028-06-13')).toContain('仍然可以报案');
  });
  it('are said of no death', () => {
    expect(runsOutWarning('death', '2020-06-12', '2028-06-13')).toBeUndefined();
  });
});
