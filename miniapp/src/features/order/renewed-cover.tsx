import { daysBetween, type ChinaDay } from 'shared/time/china-day';
import { Notice } from '@/components/notice/notice';
import { unbrokenWords } from './renewal-words';

interface RenewedCoverProps {
  /** Last day of the cover that ends, inclusive. */
  lastDay: ChinaDay;
  /** First day of the new cover if it is paid now. */
  startDay: ChinaDay;
  today: ChinaDay;
}

/** Whether cover goes on unbroken when a policy is renewed now, with the dates. Source: domain R4. */
export function RenewedCover({ lastDay, startDay, today }: RenewedCoverProps) {
  const gapDays = daysBetween(lastDay, startDay) - 1;
  return (
    <Notice
      tone={gapDays === 0 ? 'good' : 'due'}
      title={gapDays === 0 ? '续上以后，保障不断' : `中间断 ${gapDays} 天`}
    >
      {unbrokenWords({ lastDay, startDay, gapDays, today })}
    </Notice>
  );
}
