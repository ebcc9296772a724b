import { dueOf } from './due-words';

describe('a promised day in words', () => {
  it.each([
    ['2026-06-12', '还有 7 天', 'far'],
    ['2026-06-07', '还有 2 天', 'near'],
    ['2026-06-05', '今天到期', 'near'],
    ['2026-06-03', '已超 2 天', 'over'],
  ])('%s seen on 5 June: %s', (day, left, tone) => {
    expect(dueOf({ day, provisional: false }, '2026-06-05')).toMatchObject({ left, tone });
  });

  it('says that a provisional day may still move', () => {
    expect(dueOf({ day: '2026-06-12', provisional: true }, '2026-06-05').day).toBe('6月12日（周五）（暂定）');
  });
});
