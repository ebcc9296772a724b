import type { QueueRow } from 'shared/claim/case-view';
import { Badge } from '@/components/badge/badge';

/** What the clock says of a case, in a word. */
export const ALARM_WORDS: Readonly<Record<Exclude<QueueRow['alarm'], 'none'>, string>> = {
  warned: '快到期',
  escalated: '已超期',
  advanceDue: '该预付了',
};
const TONES = { warned: 'due', escalated: 'bad', advanceDue: 'info' } as const;

/** What the clock says of a case; nothing while there is time. Source: domain R16. */
export function AlarmBadge({ alarm }: Pick<QueueRow, 'alarm'>) {
  return alarm === 'none' ? null : <Badge tone={TONES[alarm]}>{ALARM_WORDS[alarm]}</Badge>;
}
