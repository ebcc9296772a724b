import type { Place } from '../errors/app-error';
import { formatYuanShort, type Fen } from '../money/fen';
import { standardOf } from '../product/disability-standards';
import { addDays, chinaDayOf, formatChinaDate, type ChinaDay, type EpochMs } from '../time/china-day';
import { adjudicate } from './adjudicate';
import { answers, type AnsweringPolicy, type ClaimedPerson } from './answering-policy';
import type { AssessmentFacts, BenefitFacts, FactsOf, InvoiceLine } from './assessment.schema';
import { CLAIM_KIND_WORDS } from './claim.schema';
import { LAST_DAY } from './disability-benefit';
import { isSamePart } from './disability-rating';
import { overlap } from './hospital-stays';

/** Largest amount of one line: a million yuan. */
const MAX_LINE_FEN: Fen = 100_000_000;

/** What the facts are held against. */
interface Setting {
  readonly policies: readonly AnsweringPolicy[];
  readonly accidentDay: ChinaDay;
  readonly today: ChinaDay;
  /** Null: the facts tell of no death. */
  readonly diedOn: ChinaDay | null;
}

/** A fault when something holds. */
const when = (wrong: boolean, path: string, message: string): Place[] =>
  wrong ? [{ path, code: 'FACTS_WRONG', message }] : [];

const amountFault = (wrong: boolean, path: string, message?: string): Place[] =>
  wrong ? [{ path, code: 'AMOUNT_INVALID', ...(message === undefined ? {} : { message }) }] : [];

const tooMuch = (amountFen: Fen, path: string): Place[] => amountFault(amountFen > MAX_LINE_FEN, path);

/** A day that cannot be: before the accident, or still to come. */
const dayFaults = (day: ChinaDay, path: string, name: string, { accidentDay, today }: Setting): Place[] => [
  ...when(day < accidentDay, path, `${name}比出事的日子（${formatChinaDate(accidentDay)}）还早，请核对。`),
  ...when(day > today, path, `${name}还没到，请核对。`),
];

/** A day of somebody alive. */
const aliveFaults = (day: ChinaDay, path: string, name: string, setting: Setting): Place[] => [
  ...dayFaults(day, path, name, setting),
  ...when(setting.diedOn !== null && day > setting.diedOn, path, `${name}比去世的日子还晚，请核对。`),
];

const invoiceFaults = (invoice: InvoiceLine, path: string, setting: Setting): Place[] => [
  ...tooMuch(invoice.amountFen, `${path}.amountFen`),
  ...amountFault(
    invoice.eligibleFen > invoice.amountFen,
    `${path}.eligibleFen`,
    `能赔的部分不能比发票上的 ${formatYuanShort(invoice.amountFen)} 元还多。`,
  ),
  ...amountFault(
    invoice.paidByOthersFen > invoice.eligibleFen,
    `${path}.paidByOthersFen`,
    `别处报销的最多写到能赔的 ${formatYuanShort(invoice.eligibleFen)} 元：多出来的是替不能赔的部分报的。`,
  ),
  ...when(
    invoice.eligibleFen < invoice.amountFen && invoice.note === '',
    `${path}.note`,
    '只认一部分，请写为什么，家里人会看到。',
  ),
  ...(invoice.day === null ? [] : dayFaults(invoice.day, `${path}.day`, '开票的日子', setting)),
];

const stayFaults = ({ stays }: FactsOf<'allowance'>, path: string, setting: Setting): Place[] =>
  stays.flatMap((stay, index) => {
    const at = `${path}.stays.${index}`;
    const before = stays.slice(0, index).findIndex((other) => overlap(other, stay));
    return [
      ...aliveFaults(stay.admittedOn, `${at}.admittedOn`, '入院的日子', setting),
      ...aliveFaults(stay.dischargedOn, `${at}.dischargedOn`, '出院的日子', setting),
      ...when(
        stay.dischargedOn < stay.admittedOn,
        `${at}.dischargedOn`,
        '出院的日子比入院的日子还早，请核对。',
      ),
      ...when(
        before >= 0,
        `${at}.admittedOn`,
        `这次住院和第 ${before + 1} 次的日子有重叠，同一天只能算一次。`,
      ),
    ];
  });

/** The last day that death and disability may come of the accident. Source: domain R6, R8. */
const lastDayOf = ({ accidentDay }: Setting): ChinaDay => addDays(accidentDay, LAST_DAY);

const injuryFaults = ({ injuries }: FactsOf<'disability'>, path: string, { policies }: Setting): Place[] => {
  const standards = policies.flatMap(({ coverage }) =>
    coverage.accident ? [coverage.accident.disability.standard] : [],
  );
  return injuries.flatMap(({ code, part }, index) => {
    const at = `${path}.injuries.${index}`;
    const unlike = standards.find((standard) => standardOf(standard)?.itemCode.test(code) === false);
    const before = injuries.slice(0, index).findIndex((other) => isSamePart(other.part, part));
    return [
      ...when(
        unlike !== undefined,
        `${at}.code`,
        `这不像 ${unlike ?? ''} 的条目编码：只有字母、数字和点，请照鉴定报告写。`,
      ),
      ...when(before >= 0, `${at}.part`, `和第 ${before + 1} 处是同一处伤，同一部位、同一种伤只评一次。`),
    ];
  });
};

const disabilityFaults = (facts: FactsOf<'disability'>, path: string, setting: Setting): Place[] => {
  const lastDay = lastDayOf(setting);
  const { ratedOn, inTreatment } = facts;
  return [
    ...injuryFaults(facts, path, setting),
    ...aliveFaults(ratedOn, `${path}.ratedOn`, '评残的日子', setting),
    ...when(
      ratedOn > lastDay && !inTreatment,
      `${path}.ratedOn`,
      `评残晚于出事后 ${LAST_DAY} 天（${formatChinaDate(lastDay)}）。那天还在治疗的，请勾上，按那天的情况评；不是的话伤残不赔，请写进“不赔的部分”。`,
    ),
    ...when(
      ratedOn < lastDay && inTreatment,
      `${path}.inTreatment`,
      `还没满 ${LAST_DAY} 天（${formatChinaDate(lastDay)}）就评了残，不能算到那天还在治疗，请去掉勾或改评残的日子。`,
    ),
  ];
};

const deathFaults = (facts: FactsOf<'death'>, path: string, setting: Setting): Place[] => {
  const lastDay = lastDayOf(setting);
  return [
    ...dayFaults(facts.diedOn, `${path}.diedOn`, '去世的日子', setting),
    ...when(
      facts.diedOn > lastDay,
      `${path}.diedOn`,
      `去世晚于出事后 ${LAST_DAY} 天（${formatChinaDate(lastDay)}），条款不赔，请写进“不赔的部分”。`,
    ),
    ...tooMuch(facts.paidByOtherInsurersFen, `${path}.paidByOtherInsurersFen`),
  ];
};

const kindFaults = (facts: BenefitFacts, path: string, setting: Setting): Place[] => {
  switch (facts.kind) {
    case 'medical':
      return facts.invoices.flatMap((invoice, index) =>
        invoiceFaults(invoice, `${path}.invoices.${index}`, setting),
      );
    case 'allowance':
      return stayFaults(facts, path, setting);
    case 'disability':
      return disabilityFaults(facts, path, setting);
    case 'death':
      return deathFaults(facts, path, setting);
    case 'illness':
      return aliveFaults(facts.diagnosedOn, `${path}.diagnosedOn`, '确诊的日子', setting);
  }
};

const benefitFaults = (benefits: readonly BenefitFacts[], setting: Setting): Place[] =>
  benefits.flatMap((facts, index) => {
    const path = `facts.benefits.${index}`;
    const name = `“${CLAIM_KIND_WORDS[facts.kind]}”`;
    const isAgain = benefits.findIndex(({ kind }) => kind === facts.kind) < index;
    const isCovered = setting.policies.some((policy) => answers(policy, facts.kind));
    return [
      ...when(isAgain, `${path}.kind`, `${name}填了两次，请合成一项。`),
      ...when(!isCovered, `${path}.kind`, `那天的保单都不保${name}，请去掉这一项，写进“不赔的部分”。`),
      ...kindFaults(facts, path, setting),
    ];
  });

const hasDied = (facts: BenefitFacts): facts is FactsOf<'death'> => facts.kind === 'death';

/**
 * Everything wrong with the facts of an assessment, each fault at its place; without one, the rules can work out a
 * statement. Nothing paid and nothing refused is a fault too: the family must read why. Source: domain R6, R8, R9, R21.
 */
export const factsFaults = (
  facts: AssessmentFacts,
  person: ClaimedPerson,
  policies: readonly AnsweringPolicy[],
  now: EpochMs,
): Place[] => {
  const setting: Setting = {
    policies,
    accidentDay: chinaDayOf(person.accidentAt),
    today: chinaDayOf(now),
    diedOn: facts.benefits.find(hasDied)?.diedOn ?? null,
  };
  const faults = [
    ...benefitFaults(facts.benefits, setting),
    ...facts.exGratia.flatMap(({ amountFen }, index) =>
      tooMuch(amountFen, `facts.exGratia.${index}.amountFen`),
    ),
  ];
  if (faults.length > 0 || facts.refused.length > 0) return faults;
  return when(
    adjudicate(policies, person, facts).totalFen === 0,
    'facts.refused',
    '算下来是 0 元：请写明哪一部分不赔、为什么、依据哪一条，家里人会看到。',
  );
};
