import type { Statement, StatementPart } from '../../../shared/claim/assessment.schema';
import { exGratiaLineOf } from '../../../shared/claim/adjudicate';
import { ACCIDENT_CAUSE_WORDS, CLAIM_KIND_WORDS } from '../../../shared/claim/claim.schema';
import {
  BENEFIT_WORDS,
  deadlineWords,
  deciders,
  figureOf,
  leftWords,
  objectionWords,
  otherWays,
  payableFen,
  payeeDues,
  type StatedClaim,
} from '../../../shared/claim/statement-words';
import { formatYuan } from '../../../shared/money/fen';
import { SAMPLE_WORDS } from '../../../shared/policy/cover-words';
import { chinaDayOf, formatChinaDate, formatChinaTime } from '../../../shared/time/china-day';
import type { Sheet, SheetTable } from '../../_core/ports/pdf';

const yuan = (fen: number): string => `${formatYuan(fen)} 元`;

/** A decided claim for paper; numbers of accounts stay masked: a sheet is passed on. */
interface Printed {
  readonly claim: StatedClaim;
  readonly isSample: boolean;
}

const COLUMNS: SheetTable['columns'] = [
  { title: '项目', width: 70, align: 'left' },
  { title: '金额（元）', width: 30, align: 'right' },
];

const noticesOf = ({ claim, isSample }: Printed): Sheet['notices'] => [
  ...(claim.refusal === null ? [] : [{ tone: 'bad' as const, text: `这次没有赔。原因：${claim.refusal}` }]),
  ...(isSample ? [{ tone: 'due' as const, text: `示例：${SAMPLE_WORDS}` }] : []),
];

const moneyFacts = ({ statement, advanceFen }: StatedClaim): Sheet['facts'] =>
  statement === null
    ? []
    : [
        ['一共赔给您', yuan(statement.totalFen)],
        ...(advanceFen === 0
          ? []
          : ([
              ['其中先付过', yuan(advanceFen)],
              ['这次再打', yuan(payableFen({ statement, advanceFen }))],
            ] as const)),
      ];

const factsOf = ({ claim }: Printed): Sheet['facts'] => [
  ['案号', claim.claimNumber],
  ['出事的人', claim.personName],
  ['出事时间', formatChinaTime(claim.accidentAt)],
  ['出事地点', claim.place],
  ['出了什么事', ACCIDENT_CAUSE_WORDS[claim.cause]],
  ['保单', claim.policies.map(({ planName, policyNumber }) => `${planName}，${policyNumber}`).join('\n')],
  ...moneyFacts(claim),
  ...(claim.decidedAt === null ? [] : [['决定日期', formatChinaDate(chinaDayOf(claim.decidedAt))] as const]),
  ...deciders(claim),
  ['承保公司', claim.insurerName],
  ['客服电话', claim.hotline],
];

const partHeading = ({ benefit, planName, policyNumber }: StatementPart): string =>
  `${BENEFIT_WORDS[benefit].name} · ${planName} · 保单 ${policyNumber}`;

const cell = (label: string, note: string | undefined): string =>
  note === undefined ? label : `${label}\n${note}`;

/** Every line of a part with its sign; the last is its total. */
const partTable = (part: StatementPart): SheetTable => ({
  heading: partHeading(part),
  columns: COLUMNS,
  rows: part.lines
    .filter(({ kind }) => kind !== 'total')
    .map((line) => [cell(line.label, line.note), figureOf(line)]),
  total: ['这一项赔给您', formatYuan(part.totalFen)],
});

const exGratiaTables = ({ exGratia }: Statement): SheetTable[] =>
  exGratia.length === 0
    ? []
    : [
        {
          heading: '通融：条款以外多给的',
          columns: COLUMNS,
          rows: exGratia.map(exGratiaLineOf).map((line) => [cell(line.label, line.note), figureOf(line)]),
          total: [],
        },
      ];

const refusedTables = (refused: Statement['refused']): SheetTable[] =>
  refused.length === 0
    ? []
    : [
        {
          heading: '没有赔的部分',
          columns: [
            { title: '哪一部分', width: 26, align: 'left' },
            { title: '为什么', width: 48, align: 'left' },
            { title: '依据的条款', width: 26, align: 'left' },
          ],
          rows: refused.map(({ what, reason, clause }) => [what, reason, clause]),
          total: [],
        },
      ];

const payeeTable = (claim: StatedClaim): SheetTable => {
  const dues = payeeDues(claim);
  return {
    heading: '打给谁',
    columns: [
      { title: '收款人', width: 24, align: 'left' },
      { title: '账户', width: 50, align: 'left' },
      { title: '这次打（元）', width: 26, align: 'right' },
    ],
    rows: claim.payees.map(({ holder, bank, maskedNumber }, index) => [
      holder,
      `${bank} ${maskedNumber}`,
      formatYuan(dues[index] ?? 0),
    ]),
    total: ['合计', '', formatYuan(payableFen(claim))],
  };
};

const tablesOf = ({ claim }: Printed): SheetTable[] => {
  const { statement, refusedParts } = claim;
  if (statement === null) return refusedTables(refusedParts);
  return [
    ...statement.parts.map(partTable),
    ...exGratiaTables(statement),
    ...refusedTables(statement.refused),
    payeeTable(claim),
  ];
};

const formulaNotes = ({ claim }: Printed): Sheet['notes'] =>
  (claim.statement?.parts ?? []).map((part) => ({
    heading: `怎么算的：${partHeading(part)}`,
    paragraphs: [BENEFIT_WORDS[part.benefit].formula, part.formula, leftWords(part), `依据：${part.clause}`],
  }));

const notesOf = (printed: Printed): Sheet['notes'] => {
  const { claim } = printed;
  return [
    ...formulaNotes(printed),
    { heading: claim.refusal === null ? '什么时候打款' : '书面通知', paragraphs: [deadlineWords(claim)] },
    { heading: '不同意怎么办', paragraphs: [objectionWords(claim), ...otherWays(claim)] },
  ];
};

/** The statement of a decision as a sheet: every amount and clause, who decided, who is paid, what to do against it. */
export const statementSheet = (printed: Printed): Sheet => {
  const { claim, isSample } = printed;
  return {
    title: claim.refusal === null ? '理赔结果通知书' : '不予赔付通知书',
    subtitle: `${claim.personName} · ${CLAIM_KIND_WORDS[claim.kind]}`,
    notices: noticesOf(printed),
    facts: factsOf(printed),
    tables: tablesOf(printed),
    notes: notesOf(printed),
    code: null,
    footer: `${claim.insurerName} · 案号 ${claim.claimNumber}${isSample ? ' · 示例' : ''}`,
    issuedAt: claim.decidedAt ?? claim.reportedAt,
  };
};
