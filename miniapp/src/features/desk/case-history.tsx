import type { CaseView } from 'shared/claim/case-view';
import { actorWords, DESK_STATE_WORDS, DESK_STEP_WORDS } from 'shared/claim/desk-words';
import { CLOSED_STATES } from 'shared/claim/claim-state';
import { formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { Timeline, type TimelineItem } from '@/components/timeline/timeline';

/** That a specialist filled the report in, though the family sent it itself. */
const assistedWords = ({ assistedBy }: CaseView): TimelineItem[] =>
  assistedBy === null
    ? []
    : [
        {
          key: 'assisted',
          state: 'done',
          title: `服务专员${assistedBy.maskedName ?? '（已离职）'}替家里填写，家属核对后自己发出`,
          time: formatChinaTime(assistedBy.sentAt),
        },
      ];

/** What was done, when and by whom; the last line says what the case waits for. */
export function CaseHistory({ open }: { open: CaseView }) {
  const done = open.steps.map((step, position): TimelineItem => ({
    key: String(position),
    state: 'done',
    title: `${DESK_STEP_WORDS[step.state]} · ${actorWords(step.role, step.staffName)}`,
    time: formatChinaTime(step.at),
    ...(step.reason === null ? {} : { note: step.reason }),
  }));
  const now: TimelineItem[] = CLOSED_STATES.includes(open.state)
    ? []
    : [{ key: 'now', state: 'now', title: DESK_STATE_WORDS[open.state] }];
  return (
    <Section title="办理记录">
      <Card>
        <Timeline items={[...assistedWords(open), ...done, ...now]} />
      </Card>
    </Section>
  );
}
