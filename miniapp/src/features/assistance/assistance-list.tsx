import type { OpenedAssistance } from 'shared/assistance/assistance.contracts';
import type { ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { STANDING, standingWords } from './assistance-words';

interface AssistanceListProps {
  assistances: readonly OpenedAssistance[];
  today: ChinaDay;
  onOpen: (assistance: OpenedAssistance) => void;
}

function Line({
  one,
  today,
  onOpen,
}: {
  one: OpenedAssistance;
  today: ChinaDay;
  onOpen: AssistanceListProps['onOpen'];
}) {
  const { word, tone } = STANDING[one.standing];
  return (
    <Row
      id={`assistance-${one.assistanceId}`}
      label={one.maskedName}
      note={standingWords(one, today)}
      value={<Badge tone={tone}>{one.claim?.stateText ?? word}</Badge>}
      onPress={one.standing === 'waiting' ? () => onOpen(one) : undefined}
    />
  );
}

/** What a specialist filled in: what waits first, then what became of the others; nothing of what the family added. */
export function AssistanceList({ assistances, today, onOpen }: AssistanceListProps) {
  const waiting = assistances.filter(({ standing }) => standing === 'waiting');
  const others = assistances.filter(({ standing }) => standing !== 'waiting');
  const lines = (rows: readonly OpenedAssistance[]) => (
    <Card flush>
      {rows.map((one) => (
        <Line key={one.assistanceId} one={one} today={today} onOpen={onOpen} />
      ))}
    </Card>
  );
  return (
    <>
      {waiting.length === 0 ? null : <Section title="等家里发出">{lines(waiting)}</Section>}
      {others.length === 0 ? null : <Section title="以前的">{lines(others)}</Section>}
      <Notice>您只看到案号和办到哪一步。材料、账户、赔多少，只有家里和理赔的人看得到。</Notice>
    </>
  );
}
