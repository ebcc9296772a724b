import { useState } from 'react';
import { Text } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { ACCIDENT_CAUSE_WORDS } from 'shared/claim/claim.schema';
import { formatChinaTime } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { showControl } from '@/lib/navigation/show-control';
import { CasePolicies } from './case-policies';
import { CaseVoice } from './case-voice';
import { PaperWall } from './paper-wall';
import { RELATION_WORDS, shareWords } from './payee-words';
import type { ShownPaper } from './shown-paper';

/** Papers with what is known of them: whose relation they prove, or what they were asked for as. */
const shownPapers = ({ papers, payees, notices }: CaseView): ShownPaper[] =>
  papers.map(({ url }, index) => {
    const proved = payees.filter(({ proof }) => proof === index).map(({ holder }) => holder);
    if (proved.length > 0) return { url, label: `${proved.join('、')}的证明` };
    const asked = notices.flatMap((notice) => notice.papers).find(({ photos }) => photos.includes(index));
    return { url, label: asked?.called };
  });

/** What the family handed in, who is paid, and the policies it rests on. */
export function CasePapers({ open }: { open: CaseView }) {
  const [chosen, setChosen] = useState(0);
  const papers = shownPapers(open);
  const showPaper = (index: number) => {
    setChosen(index);
    void showControl(`case-photo-${index + 1}`);
  };
  return (
    <>
      <Section title="材料" note={`${papers.length} 张，点开看大图`}>
        <Card>
          <PaperWall papers={papers} chosen={chosen} onChoose={setChosen} />
          {open.voice === null ? null : <CaseVoice url={open.voice.url} />}
        </Card>
      </Section>
      <Section title="报案内容">
        <Card flush>
          <Row label="出事时间" value={formatChinaTime(open.accidentAt)} />
          <Row label="原因" value={ACCIDENT_CAUSE_WORDS[open.cause]} />
          <Row label="地点" value={open.place} />
          <Row label="经过" value={<Text userSelect>{open.description}</Text>} stacked />
          <Row label="被保险人" value={`${open.personName}，出事时 ${open.ageAtAccident} 岁`} />
          <Row label="身份证号" value={open.maskedIdNumber} />
        </Card>
      </Section>
      <Section
        title="收款人"
        note={open.payees.length > 1 ? `${open.payees.length} 人，各打各的账户` : undefined}
      >
        <Card flush>
          {open.payees.map((payee, position) => {
            const { proof } = payee;
            const account = `${payee.bank} ${payee.maskedNumber}`;
            const proofWords = proof === null ? '' : ` · 证明是第 ${proof + 1} 张，点开看`;
            return (
              <Row
                key={position}
                id={`case-payee-${position + 1}`}
                label={`${payee.holder}（${RELATION_WORDS[payee.relation]}）`}
                note={`${account}${proofWords}`}
                value={shareWords(open.payees, position)}
                onPress={proof === null ? undefined : () => showPaper(proof)}
              />
            );
          })}
        </Card>
      </Section>
      <CasePolicies open={open} />
    </>
  );
}
