import type { ComplaintView } from 'shared/complaint/complaint.contracts';
import { formatChinaDay, chinaDayOf, type ChinaDay } from 'shared/time/china-day';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { aboutWords, raisedWords } from './complaint-words';

function OneComplaint({ complaint, today }: { complaint: ComplaintView; today: ChinaDay }) {
  const { answer, words, dueDay, complaintNumber } = complaint;
  return (
    <Section title={aboutWords(complaint)} note={raisedWords(complaint, today)}>
      <Card flush>
        <Row label="您说的" value={words} stacked />
        {answer === null ? (
          <Row label="最晚答复" value={formatChinaDay(dueDay, today)} />
        ) : (
          <Row label={`${formatChinaDay(chinaDayOf(answer.at), today)}答复您`} value={answer.words} stacked />
        )}
        <Row label="投诉编号" value={complaintNumber} stacked />
      </Card>
    </Section>
  );
}

/** What the family complained of, and what it was answered. */
export function ComplaintList({
  complaints,
  today,
}: {
  complaints: readonly ComplaintView[];
  today: ChinaDay;
}) {
  if (complaints.length === 0)
    return (
      <EmptyState
        icon="info"
        title="没有投诉"
        text="对理赔不满意，可以在那件理赔的进度页里投诉，答复会出现在这里。"
      />
    );
  return (
    <>
      {complaints.map((complaint) => (
        <OneComplaint key={complaint.complaintId} complaint={complaint} today={today} />
      ))}
    </>
  );
}
