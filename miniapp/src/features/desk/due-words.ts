import { daysBetween, formatChinaDay, type ChinaDay } from 'shared/time/china-day';

/** How near a promised day is. */
export interface Due {
  /** `6月12日（周五）` */
  day: string;
  /** In words: 还有 2 天. */
  left: string;
  tone: 'far' | 'near' | 'over';
}

/** The promised day as a colleague reads it; a provisional one may still move back. Source: domain R18. */
export const dueOf = (promise: { day: ChinaDay; provisional: boolean }, today: ChinaDay): Due => {
  const days = daysBetween(today, promise.day);
  const day = `${formatChinaDay(promise.day, today)}${promise.provisional ? '（暂定）' : ''}`;
  if (days < 0) return { day, left: `已超 ${-days} 天`, tone: 'over' };
  if (days === 0) return { day, left: '今天到期', tone: 'near' };
  return { day, left: `还有 ${days} 天`, tone: days <= 2 ? 'near' : 'far' };
};
