import type { DeskComplaint } from 'shared/complaint/complaint.contracts';
import { chinaDayOf, formatChinaDay, type ChinaDay } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { aboutWords, dueWords, raisedWords } from './complaint-words';

const NOT_MINE = {
  answered: null,
  ownWork: '您经手过这件案子，由另一位主管答复。',
  ownHousehold: '这是您自己家的投诉，由另一位主管答复。',
} as const;

interface DeskComplaintsProps {
  complaints: readonly DeskComplaint[];
  today: ChinaDay;
  onAnswer: (complaint: DeskComplaint) => void;
  onCall: (phone: string) => void;
  onOpenCase: (claimId: string) => void;
}

/** The last day, as a day and as a badge that cannot be overlooked when it has passed. */
function Due({ complaint, today }: { complaint: DeskComplaint; today: ChinaDay }) {
  const { text, isLate } = dueWords(complaint.dueDay, today);
  return (
    <Row
      label={`最晚 ${formatChinaDay(complaint.dueDay, today)}答复`}
      value={<Badge tone={isLate ? 'bad' : complaint.alarm === 'warned' ? 'due' : 'info'}>{text}</Badge>}
    />
  );
}

function Answered({ answer, today }: { answer: NonNullable<DeskComplaint['answer']>; today: ChinaDay }) {
  const by = answer.staffName === null ? '' : `${answer.staffName}，`;
  return (
    <Row
      label={`答复（${by}${formatChinaDay(chinaDayOf(answer.at), today)}）`}
      value={answer.words}
      stacked
    />
  );
}

function OneComplaint({
  complaint,
  today,
  onAnswer,
  onCall,
  onOpenCase,
}: Omit<DeskComplaintsProps, 'complaints'> & { complaint: DeskComplaint }) {
  const { complaintId, complaintNumber, about, maskedName, words, phone, answer, notMine } = complaint;
  const why = notMine === null ? null : NOT_MINE[notMine];
  return (
    <Section
      title={`${maskedName} · ${about.kind === 'claim' ? '理赔' : '保单'}`}
      note={`${raisedWords(complaint, today)} · 编号 ${complaintNumber}`}
    >
      <Card flush>
        {answer === null ? <Due complaint={complaint} today={today} /> : null}
        <Row label="家属说" value={words} stacked />
        {about.kind === 'claim' ? (
          <Row
            id={`complaint-case-${complaintId}`}
            label={aboutWords(complaint)}
            onPress={() => onOpenCase(about.id)}
          />
        ) : (
          <Row label={aboutWords(complaint)} />
        )}
        {phone === null ? null : (
          <Row
            id={`complaint-call-${complaintId}`}
            label={`打给家属 ${phone}`}
            onPress={() => onCall(phone)}
          />
        )}
        {answer === null ? null : <Answered answer={answer} today={today} />}
        {why === null ? null : <Row label={why} />}
        {notMine === null ? (
          <Row
            id={`complaint-answer-${complaintId}`}
            label="写答复"
            strong
            onPress={() => onAnswer(complaint)}
          />
        ) : null}
      </Card>
    </Section>
  );
}

/** Complaints as a supervisor reads them: by when, what the family says, what it is about. Source: domain R22. */
export function DeskComplaints({ complaints, ...rest }: DeskComplaintsProps) {
  if (complaints.length === 0)
    return <EmptyState icon="done" title="没有投诉" text="家里提了投诉，会按到期的先后出现在这里。" />;
  return (
    <>
      {complaints.map((complaint) => (
        <OneComplaint key={complaint.complaintId} complaint={complaint} {...rest} />
      ))}
    </>
  );
}
