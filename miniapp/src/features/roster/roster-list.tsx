import type { RosterView } from 'shared/roster/roster.contracts';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { openPage } from '@/lib/navigation/navigation';
import { rosterPage } from './roster-pages';
import { rosterNote, STATE_WORDS } from './roster-words';

/** The county's rosters, newest first. */
export function RosterList({ rosters }: { rosters: readonly RosterView[] }) {
  if (rosters.length === 0) {
    return (
      <EmptyState
        icon="list"
        title="还没有名单"
        text="政府或单位替家庭出钱参保时，把名单填进表格，上传到这里核对。"
      />
    );
  }
  return (
    <Section title="已上传的名单" note="最近的在前">
      <Card flush>
        {rosters.map((roster) => {
          const { word, tone } = STATE_WORDS[roster.state];
          return (
            <Row
              key={roster.id}
              id={`roster-${roster.id}`}
              stacked
              label={roster.sponsor.name}
              note={`${rosterNote(roster)} · ${formatChinaDate(chinaDayOf(roster.uploadedAt))} ${roster.uploadedBy}上传`}
              value={<Badge tone={tone}>{word}</Badge>}
              onPress={() => void openPage(rosterPage(roster.id))}
            />
          );
        })}
      </Card>
    </Section>
  );
}
