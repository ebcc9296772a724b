import type { OutputOf } from 'shared/contract/contract';
import type { previewNewborn } from 'shared/policy/add-newborn.contracts';
import { RELATION_WORDS } from 'shared/household/member.schema';
import { formatYuanShort } from 'shared/money/fen';
import { formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';

/** What adding the child changes for everybody, said before it is done. */
export function NewbornSums({ preview }: { preview: OutputOf<typeof previewNewborn> }) {
  const { startDay, lastDay, persons, childFen, bornFrom, bornUntil } = preview;
  const start = formatChinaDate(startDay);
  return (
    <>
      <Notice title="不用另外付钱">
        {`孩子从${start} 0 点保到${formatChinaDate(lastDay)} 24 点。可以加${formatChinaDate(bornFrom)}到${formatChinaDate(bornUntil)}出生的孩子。`}
      </Notice>
      <Section
        title="每人最多赔的钱会变"
        note={`意外身故、伤残的总数不变，从${start}起多一个人平分。在那以前出的事，还按原来的数赔。`}
      >
        <Card flush>
          {persons.map(({ name, relation, beforeFen, afterFen }, position) => (
            <Row
              key={position}
              label={name}
              note={`${RELATION_WORDS[relation]} · 现在 ${formatYuanShort(beforeFen)} 元`}
              value={<Amount fen={afterFen} tone="warm" />}
            />
          ))}
          <Row label="孩子" note="新加的" value={<Amount fen={childFen} tone="warm" />} />
        </Card>
      </Section>
    </>
  );
}
