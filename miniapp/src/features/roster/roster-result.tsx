import { Text } from '@tarojs/components';
import type { RosterView } from 'shared/roster/roster.contracts';
import { formatYuan } from 'shared/money/fen';
import { chinaDayOf, formatChinaDate } from 'shared/time/china-day';
import { Badge } from '@/components/badge/badge';
import { Card } from '@/components/card/card';
import { Notice } from '@/components/notice/notice';
import { Row } from '@/components/row/row';
import { Section } from '@/components/section/section';
import { countWords, SPONSOR_WORDS, STATE_WORDS } from './roster-words';

/** Whose roster this is, for what, and how it stands. */
export function RosterHead({ roster }: { roster: RosterView }) {
  const { word, tone } = STATE_WORDS[roster.state];
  const start = roster.campaignStartDay;
  return (
    <Card flush>
      <Row
        strong
        stacked
        label={roster.sponsor.name}
        note={SPONSOR_WORDS[roster.sponsor.kind]}
        value={<Badge tone={tone}>{word}</Badge>}
      />
      <Row label="方案" value={<Text>{roster.planName}</Text>} />
      <Row
        label="每份出资"
        value={
          <Text>{`${formatYuan(roster.shareFen)} 元${roster.isFullGift ? '（全部）' : '（一部分）'}`}</Text>
        }
      />
      <Row
        label="保障开始"
        value={<Text>{start === null ? '到账确认后第二天' : `不早于 ${formatChinaDate(start)}`}</Text>}
      />
      <Row
        stacked
        label={roster.fileName}
        note={`${formatChinaDate(chinaDayOf(roster.uploadedAt))} ${roster.uploadedBy}上传`}
      />
    </Card>
  );
}

const people = (count: number): string => `${countWords(count)} 户`;

/** What the check found, in figures that add up. */
export function RosterFigures({ roster: { counts, dueFen } }: { roster: RosterView }) {
  const bad = counts.households - counts.goodHouseholds;
  return (
    <Section title="核对结果">
      <Card flush>
        <Row
          label="名单"
          value={<Text>{`${countWords(counts.rows)} 行，${people(counts.households)}`}</Text>}
        />
        <Row
          strong
          label="可以参保"
          value={<Text>{`${people(counts.goodHouseholds)} ${countWords(counts.goodPeople)} 人`}</Text>}
        />
        <Row label="有问题" value={<Text>{people(bad)}</Text>} />
        {counts.insuredAlready === 0 ? null : (
          <Row label="其中已有同一保障" value={<Text>{people(counts.insuredAlready)}</Text>} />
        )}
        {counts.doubleSubsidies === 0 ? null : (
          <Row label="其中重复补助" value={<Text>{people(counts.doubleSubsidies)}</Text>} />
        )}
        <Row strong label="要出资" value={<Text>{`${formatYuan(dueFen)} 元`}</Text>} />
      </Card>
    </Section>
  );
}

const issuedWords = ({ issuing: { issued, pledged, skipped } }: RosterView): string =>
  [
    `已出单 ${people(issued)}`,
    ...(pledged === 0 ? [] : [`等家庭补交差额 ${people(pledged)}`]),
    ...(skipped === 0 ? [] : [`没有出单 ${people(skipped)}（已有保障或另有补助）`]),
  ].join('；');

/** What happens next with a roster. */
export function RosterNext({ roster }: { roster: RosterView }) {
  const who = roster.decidedBy ?? '';
  const sum = `${formatYuan(roster.dueFen)} 元`;
  switch (roster.state) {
    case 'accepted':
      return (
        <Notice title={`${who}保留了 ${people(roster.counts.goodHouseholds)}`}>
          {`请出资单位把 ${sum} 转到承保公司的对公账户。公司登记、另一人确认到账后自动出单，不要把钱交给工作人员。`}
        </Notice>
      );
    case 'refused':
      return (
        <Notice title={`${who}已退回整份名单`}>没有任何家庭因此参保。改好表格再上传，会重新核对。</Notice>
      );
    case 'checked':
      return roster.counts.goodHouseholds === 0 ? (
        <Notice tone="bad" title="没有可以参保的家庭">
          请按下面的问题改好表格，退回这一份，再上传。
        </Notice>
      ) : (
        <Notice tone="due" title="请您决定">
          {roster.counts.faults === 0
            ? '每一户都没有问题。'
            : `可以先保留没有问题的 ${people(roster.counts.goodHouseholds)}，有问题的改好以后另传一份；也可以整份退回。`}
        </Notice>
      );
    case 'funded':
      return <Notice title="钱已到账">两个人都核对过了，很快自动出单。</Notice>;
    case 'issuing':
    case 'paused':
    case 'issued':
      return (
        <Notice tone={roster.state === 'issued' ? 'good' : 'info'} title={STATE_WORDS[roster.state].word}>
          {issuedWords(roster)}
        </Notice>
      );
    default:
      return null;
  }
}
