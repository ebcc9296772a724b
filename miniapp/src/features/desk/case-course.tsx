import { Text } from '@tarojs/components';
import type { CaseView } from 'shared/claim/case-view';
import { CONSENT_AWAITED } from 'shared/policy/consent';
import { formatYuan } from 'shared/money/fen';
import { formatChinaTime } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { CaseBill } from './case-bill';

const CHOICE_WORDS = { pay: '应当赔付', refuse: '不应赔付' } as const;
const somebody = (name: string | null): string => name ?? '已离职的同事';

function PanelPart({ panel }: { panel: NonNullable<CaseView['panel']> }) {
  const outcome =
    panel.outcome === null ? '等成员表态，两票相同就有结果' : `合议结果：${CHOICE_WORDS[panel.outcome]}`;
  return (
    <Section title="合议" note={`${formatChinaTime(panel.openedAt)} 提出：${panel.reason}`}>
      <Notice tone={panel.outcome === null ? 'due' : 'good'}>{outcome}</Notice>
      {panel.votes.length === 0 ? null : (
        <Card flush>
          {panel.votes.map((vote) => (
            <Row
              key={vote.at}
              label={`${somebody(vote.staffName)}：${CHOICE_WORDS[vote.choice]}`}
              note={`${vote.reason} · ${formatChinaTime(vote.at)}`}
            />
          ))}
        </Card>
      )}
    </Section>
  );
}

function AdvancePart({ advance }: { advance: NonNullable<CaseView['advance']> }) {
  const proposed = `${somebody(advance.proposedBy)} ${formatChinaTime(advance.proposedAt)} 提出：${advance.reason}`;
  return (
    <Section
      title="预付"
      note={proposed}
      aside={
        <Badge tone={advance.approvedAt === null ? 'due' : 'good'}>
          {advance.approvedAt === null ? '等批准' : '已批准'}
        </Badge>
      }
    >
      <Card>
        <CaseBill statement={advance.statement} />
      </Card>
    </Section>
  );
}

/** A paper that was asked for, and which of the photos show it. */
const paperWords = ({ called, photos }: CaseView['notices'][number]['papers'][number]): string =>
  photos.length === 0 ? called : `${called}（第 ${photos.map((position) => position + 1).join('、')} 张）`;

/** How much of a notice is still to come. */
const awaitedWords = ({ papers }: CaseView['notices'][number]): string => {
  const missing = papers.filter(({ photos }) => photos.length === 0).length;
  return missing === papers.length ? '还没补来' : `还差 ${missing} 样`;
};

function NoticesPart({ notices }: Pick<CaseView, 'notices'>) {
  return (
    <Section title="补材料通知">
      <Card flush>
        {notices.map((notice) => (
          <Row
            key={notice.at}
            label={notice.papers.map(paperWords).join('、')}
            note={`${formatChinaTime(notice.at)} 通知${
              notice.allowedReason === null ? '' : ` · 主管同意再问：${notice.allowedReason}`
            }`}
            value={
              <Badge tone={notice.answeredAt === null ? 'due' : 'good'}>
                {notice.answeredAt === null ? awaitedWords(notice) : '已补来'}
              </Badge>
            }
          />
        ))}
      </Card>
    </Section>
  );
}

/** What is out of the ordinary with a case: an objection, consent awaited, the panel, an advance, missing papers. */
export function CaseCourse({ open }: { open: CaseView }) {
  return (
    <>
      {open.objection === null ? null : (
        <Notice tone="due" title={`家属有异议（${formatChinaTime(open.objection.at)}）`}>
          {open.objection.reason}
        </Notice>
      )}
      {open.consentAwaited ? (
        <Notice tone="due" title={CONSENT_AWAITED}>
          本人还没确认身故保额。要赔身故的，先请合议。
        </Notice>
      ) : null}
      {open.panel === null ? null : <PanelPart panel={open.panel} />}
      {open.advance === null ? null : <AdvancePart advance={open.advance} />}
      {open.notices.length === 0 ? null : <NoticesPart notices={open.notices} />}
      {open.orderedFen === 0 ? null : (
        <Card>
          <Text>{`已交出纳 ${formatYuan(open.orderedFen)} 元，其中到账 ${formatYuan(open.paidFen)} 元。`}</Text>
        </Card>
      )}
    </>
  );
}
