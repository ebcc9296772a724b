import type { PolicyView } from 'shared/policy/policy-view';
import { addDays, formatChinaDate } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { openPage } from '@/lib/navigation/navigation';
import { renewPage } from './cover-pages';

/** That cover is over or soon will be: since when, and whether it can still be renewed. Nothing otherwise. */
export function EndedNotice({ policy }: { policy: PolicyView }) {
  const { state, lastDay, renewableUntil, policyId } = policy;
  const isOver = state === 'ended';
  if (!isOver && renewableUntil === null) return null;
  const since = `${formatChinaDate(addDays(lastDay, 1))} 0 点起没有保障。`;
  const text = isOver
    ? renewableUntil === null
      ? `${since}续保的时间也过了，要保请重新买一份。在那以前出的事，还可以理赔。`
      : `${since}${formatChinaDate(renewableUntil)}以前还可以续。在那以前出的事，还可以理赔。`
    : `保到 ${formatChinaDate(lastDay)} 24 点。在那以前续上，中间不断。`;
  return (
    <>
      <Notice tone="due" title={isOver ? '保障已到期' : '可以续保了'}>
        {text}
      </Notice>
      {renewableUntil === null ? null : (
        <Button id="certificate-renew" kind="secondary" onPress={() => openPage(renewPage(policyId))}>
          去续保
        </Button>
      )}
    </>
  );
}
