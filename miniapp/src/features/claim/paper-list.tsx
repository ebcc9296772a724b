import type { NeededPaper } from 'shared/claim/papers';
import { Card } from '@/components/card/card';
import { Section } from '@/components/section/section';
import { GoodPhoto, PaperCard } from './paper-card';

/** The papers of a claim with their pictures, and what a good photo is. */
export function PaperList({ papers }: { papers: readonly NeededPaper[] }) {
  return (
    <>
      <Section title="要准备的材料" note="保单不用带，我们这里有。一时不齐也能先报，缺什么一次告诉您。">
        <Card flush>
          {papers.map((paper) => (
            <PaperCard key={paper.key} paper={paper} />
          ))}
        </Card>
      </Section>
      <Section title="怎样拍清楚">
        <Card>
          <GoodPhoto />
        </Card>
      </Section>
    </>
  );
}
