import { useState } from 'react';
import type { OutputOf } from 'shared/contract/contract';
import { actorWords } from 'shared/claim/desk-words';
import { listPaperViews } from 'shared/claim/list-paper-views.contract';
import { formatChinaTime } from 'shared/time/china-day';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { Failure } from '@/components/failure/failure';
import { Section } from '@/components/section/section';
import { Timeline } from '@/components/timeline/timeline';
import { useRequest } from '@/lib/query/use-request';

type Looks = OutputOf<typeof listPaperViews>;

const seenWords = ({ papers, voice }: Looks['views'][number]): string =>
  [papers.length === 0 ? [] : [`${String(papers.length)} 张照片`], voice ? ['录音'] : []].flat().join('、');

/** Who looked at the papers of a case, and when; for a supervisor, who asks for it. */
export function PaperLooks({ claimId }: { claimId: string }) {
  const { run, error } = useRequest(listPaperViews);
  const [known, setKnown] = useState<Looks>();
  const ask = async () => {
    const answer = await run({ claimId, before: known?.next ?? null });
    if (answer.ok) setKnown({ ...answer.data, views: [...(known?.views ?? []), ...answer.data.views] });
  };
  return (
    <Section title="谁看过材料" note="每看一次记一笔，同一个人一分钟内算一次。">
      {known === undefined ? null : (
        <Card>
          <Timeline
            items={known.views.map((look, position) => ({
              key: String(position),
              state: 'done',
              title: actorWords(look.role, look.staffName),
              time: formatChinaTime(look.at),
              note: `看了 ${seenWords(look)}`,
            }))}
          />
        </Card>
      )}
      {error === undefined ? null : <Failure error={error} />}
      {known !== undefined && known.next === null ? null : (
        <Button id="paper-looks" kind="quiet" onPress={ask}>
          {known === undefined ? '看记录' : '看更早的'}
        </Button>
      )}
    </Section>
  );
}
