import { sumOf } from '../money/fen';
import { GRADE_TABLES } from '../product/disability-standards';
import {
  allowanceFacts,
  answeringPolicy,
  CLAIMED_PERSON as PERSON,
  deathFacts,
  disabilityFacts,
  factsOf,
  FULL_COVERAGE,
  illnessFacts,
  invoiceOf,
  medicalFacts,
} from '../testing/sample-answers';
import { addYears } from '../time/china-day';
import { adjudicate, exGratiaLineOf, type AnsweringPolicy } from './adjudicate';
import type { BenefitFacts, StatementPart } from './assessment.schema';

const partsOf = (policies: readonly AnsweringPolicy[], ...benefits: BenefitFacts[]): StatementPart[] =>
  adjudicate(policies, PERSON, factsOf(...benefits)).parts;
const partOf = (policy: AnsweringPolicy, benefit: BenefitFacts): StatementPart => {
  const [part] = partsOf([policy], benefit);
  if (!part) throw new Error('the policy pays this benefit');
  return part;
};
const totals = (parts: readonly StatementPart[]) => parts.map(({ totalFen }) => totalFen);
const labels = (part: StatementPart) => part.lines.map(({ label }) => label);

/** The first of three under 200,000. */
const THIRD = answeringPolicy({ accidentShareFen: 66_666_67 });
const OTHER = { policyId: 'pol_y', policyNumber: '2', planName: '特困综合' };
/** What another claim rated before. */
const before = (part: string, grade: number, partPaidFen: number) => ({
  claimId: 'clm_a',
  part,
  grade,
  partPaidFen,
  isLater: false,
});
const bill = medicalFacts([invoiceOf(3_860_50, 1_200_00)]);

describe('disability', () => {
  it('pays 20,000.00 for grade 8 of the first of three under 200,000, each step a line', () => {
    const part = partOf(THIRD, disabilityFacts([['左手', 8]]));
    expect(part).toMatchObject({
      totalFen: 20_000_00,
      leftFen: 46_666_67,
      draws: 'accidentShare',
      clause: '第三条',
      rated: [{ part: '左手', grade: 8, partPaidFen: 20_000_00 }],
      formula: '本人的意外保额 66,666.67 × 8 级 30% = 20,000.00',
    });
    expect(part.lines).toEqual([
      {
        kind: 'plus',
        label: '本人的意外保额',
        amountFen: 66_666_67,
        note: '左手 8 级（7.6.1），2026年9月20日按《人身保险伤残评定标准及代码》（JR/T 0083-2013）评定',
      },
      { kind: 'ratio', label: '伤残 8 级按比例赔（给付比例）', ratio: 3_000, note: '左手 8 级' },
      { kind: 'limit', label: '本人意外保额还能赔的（剩余保额）', amountFen: 66_666_67 },
      { kind: 'total', label: '这一项赔给您', amountFen: 20_000_00 },
    ]);
  });
  it('pays 40,000.00 for grade 1 under 120,000 over three, and leaves nothing', () => {
    const hunan = answeringPolicy({ accidentShareFen: 40_000_00 });
    expect(partOf(hunan, disabilityFacts([['双眼', 1]]))).toMatchObject({ totalFen: 40_000_00, leftFen: 0 });
  });
  it.each(GRADE_TABLES.steep.gradeRatios.map((ratio, index) => [index + 1, ratio]))(
    'takes grade %i from the plan’s own table',
    (grade, ratio) => {
      const disability = {
        ...FULL_COVERAGE.accident.disability,
        gradeRatios: [...GRADE_TABLES.steep.gradeRatios],
      };
      const coverage = { ...FULL_COVERAGE, accident: { ...FULL_COVERAGE.accident, disability } };
      const part = partOf(answeringPolicy({}, { coverage }), disabilityFacts([['左手', grade]]));
      expect(part.totalFen).toBe(ratio * 2_000);
    },
  );
  it('says why two injuries alike are one grade worse', () => {
    const part = partOf(
      THIRD,
      disabilityFacts([
        ['左手', 8],
        ['右腿', 8],
      ]),
    );
    expect(part.totalFen).toBe(26_666_67);
    expect(part.lines[1]?.note).toBe('左手 8 级、右腿 8 级，一样重的有两处，提高一级');
  });
  it('says so when it is rated as on day 180', () => {
    const part = partOf(THIRD, disabilityFacts([['左手', 8]], { inTreatment: true }));
    expect(part.lines[1]?.note).toContain('满 180 天还在治疗，按第 180 天的情况评');
  });
  it('takes what the same part was paid for off after a later accident, as a line', () => {
    const hurt = answeringPolicy({ accidentPaidFen: 60_000_00, ratings: [before('左手', 8, 60_000_00)] });
    const part = partOf(hurt, disabilityFacts([['左手', 5]]));
    expect(part.totalFen).toBe(60_000_00);
    expect(part.lines).toContainEqual({
      kind: 'minus',
      label: '同一处伤已经赔过的（扣除原有伤残）',
      amountFen: 60_000_00,
      note: '左手 8 级，共赔过 60,000.00',
    });
    expect(part.formula).toBe(
      '本人的意外保额 200,000.00 × 5 级 60% = 120,000.00；减去同一处伤已经赔过的 60,000.00 = 60,000.00',
    );
  });
  it('pays no more than is left of the share, and says so', () => {
    const hurt = answeringPolicy({ accidentPaidFen: 150_000_00 });
    const part = partOf(hurt, disabilityFacts([['左腿', 5]]));
    expect(part).toMatchObject({ totalFen: 50_000_00, leftFen: 0 });
    expect(part.formula).toContain('；本人的保额只剩 50,000.00，按它赔');
  });
  it('keeps no rating for what it did not pay', () => {
    const spent = answeringPolicy({ accidentPaidFen: 200_000_00 });
    expect(partOf(spent, disabilityFacts([['左腿', 5]]))).toMatchObject({ totalFen: 0, rated: [] });
    const same = answeringPolicy({ ratings: [before('左腿', 5, 120_000_00)] });
    const part = partOf(same, disabilityFacts([['左腿', 5]]));
    expect(part).toMatchObject({ totalFen: 0, rated: [] });
    expect(part.formula).toContain('这次不再赔');
  });
});

describe('death', () => {
  it('pays 132,000.00 for one death under policies of 100,000 and 32,000', () => {
    const policies = [
      answeringPolicy({ accidentShareFen: 100_000_00 }),
      answeringPolicy({ accidentShareFen: 32_000_00 }, OTHER),
    ];
    const statement = adjudicate(policies, PERSON, factsOf(deathFacts()));
    expect(totals(statement.parts)).toEqual([100_000_00, 32_000_00]);
    expect(statement.parts.map(({ planName }) => planName)).toEqual(['家庭意外 100', '特困综合']);
    expect(statement.totalFen).toBe(132_000_00);
  });
  it('pays the share less what disability took of it in the period', () => {
    const part = partOf(
      answeringPolicy({ accidentShareFen: 66_666_67, accidentPaidFen: 20_000_00 }),
      deathFacts(),
    );
    expect(part.totalFen).toBe(46_666_67);
    expect(part.formula).toBe('本人的意外保额 66,666.67 − 之前用掉的 20,000.00 = 46,666.67');
    expect(labels(part)).toContain('保额里之前用掉的（已赔的伤残）');
  });
  it('pays what a disability of the same decision leaves, whichever was entered first', () => {
    const parts = partsOf([THIRD], deathFacts('2026-10-01'), disabilityFacts([['左手', 8]]));
    expect(parts.map(({ benefit, totalFen }) => [benefit, totalFen])).toEqual([
      ['disability', 20_000_00],
      ['death', 46_666_67],
    ]);
  });

  const diedOn = '2026-06-20';
  const dying = (birthDay: string, paidByOthersFen = 0, ...policies: AnsweringPolicy[]) =>
    adjudicate(policies, { ...PERSON, birthDay }, factsOf(deathFacts(diedOn, paidByOthersFen)));
  const HUGE = answeringPolicy({ accidentShareFen: 600_000_00 });
  it.each([
    ['the day before the 10th birthday', addYears('2026-06-21', -10), 200_000_00],
    ['on the 10th birthday', addYears(diedOn, -10), 500_000_00],
    ['the day before the 18th birthday', addYears('2026-06-21', -18), 500_000_00],
    ['on the 18th birthday', addYears(diedOn, -18), 600_000_00],
  ])('of somebody who dies %s is capped by law over all insurers', (_when, birthDay, capFen) => {
    expect(dying(birthDay, 0, HUGE).totalFen).toBe(capFen);
  });
  it('of a minor counts what other insurers pay and what our earlier policies pay', () => {
    const policies = [
      answeringPolicy({ accidentShareFen: 100_000_00 }),
      answeringPolicy({ accidentShareFen: 32_000_00 }, OTHER),
    ];
    const statement = dying('2020-01-01', 90_000_00, ...policies);
    expect(totals(statement.parts)).toEqual([100_000_00, 10_000_00]);
    expect(statement.parts[1]?.formula).toBe(
      '本人的意外保额 32,000.00；未成年人身故限额只剩 10,000.00，按它赔',
    );
    expect(dying('2020-01-01', 300_000_00, ...policies).totalFen).toBe(0);
  });
});

describe('medical', () => {
  it('pays 2,304.45 of 3,860.50 after 1,200.00 by others and the deductible, each a line', () => {
    const part = partOf(THIRD, bill);
    expect(part).toMatchObject({
      totalFen: 2_304_45,
      leftFen: 9_695_55,
      deductibleFen: 100_00,
      draws: 'medicalLimit',
      clause: '第四条',
      formula: '（能赔的费用 3,860.50 − 别处已报销 1,200.00 − 免赔额 100.00）× 90% = 2,304.45',
    });
    expect(part.lines).toEqual([
      { kind: 'plus', label: '住院发票', amountFen: 3_860_50 },
      { kind: 'minus', label: '医保或别处已经报销的', amountFen: 1_200_00 },
      { kind: 'minus', label: '自己先承担的部分（免赔额）', amountFen: 100_00 },
      { kind: 'ratio', label: '剩下的按比例赔（给付比例）', ratio: 9_000, note: '走过医保' },
      { kind: 'limit', label: '全家医疗费还能赔的（剩余限额）', amountFen: 12_000_00 },
      { kind: 'total', label: '这一项赔给您', amountFen: 2_304_45 },
    ]);
  });
  it('pays 80 % without social insurance', () => {
    expect(partOf(THIRD, medicalFacts([invoiceOf(1_100_00)], false)).totalFen).toBe(800_00);
  });
  it('shows what of an invoice is not recognised, and why', () => {
    const invoice = invoiceOf(1_100_00, 0, { eligibleFen: 600_00, note: '进口药，条款不赔' });
    const part = partOf(THIRD, medicalFacts([invoice]));
    expect(part.totalFen).toBe(450_00);
    expect(part.lines[1]).toEqual({
      kind: 'minus',
      label: '住院发票里不能赔的部分',
      amountFen: 500_00,
      note: '进口药，条款不赔',
    });
  });
  it('stops at what the family has left, and says so', () => {
    const part = partOf(answeringPolicy({ medicalPaidFen: 11_900_00 }), bill);
    expect(part).toMatchObject({ totalFen: 100_00, leftFen: 0 });
    expect(part.formula).toContain('；全家的限额只剩 100.00，按它赔');
  });
  it('pays nothing when others and the deductible took it all, and prints no false sum', () => {
    const part = partOf(THIRD, medicalFacts([invoiceOf(150_00, 100_00)]));
    expect(part).toMatchObject({ totalFen: 0, deductibleFen: 50_00 });
    expect(part.formula).not.toContain('×');
  });
  it('takes the deductible once for an accident: bills in two claims pay what one claim would', () => {
    const first = partOf(THIRD, medicalFacts([invoiceOf(60_00)]));
    expect(first.deductibleFen).toBe(60_00);
    const then = answeringPolicy({ deductibleBorneFen: first.deductibleFen });
    const second = partOf(then, medicalFacts([invoiceOf(1_000_00)]));
    expect(first.totalFen + second.totalFen).toBe(
      partOf(THIRD, medicalFacts([invoiceOf(1_060_00)])).totalFen,
    );
    const borne = answeringPolicy({ deductibleBorneFen: 100_00 });
    const third = partOf(borne, bill);
    expect(third.deductibleFen).toBe(0);
    expect(third.lines).toContainEqual({
      kind: 'minus',
      label: '自己先承担的部分（免赔额）',
      amountFen: 0,
      note: '同一次意外只扣一次，之前扣过的不再扣',
    });
  });
  it('counts what the first of two policies pays as paid by others for the second', () => {
    const parts = partsOf([THIRD, answeringPolicy({}, OTHER)], bill);
    // 2,660.50 − 2,304.45 − 100.00 = 256.05, of which 90 %.
    expect(totals(parts)).toEqual([2_304_45, 230_45]);
    expect(parts[1]?.lines).toContainEqual({
      kind: 'minus',
      label: '前面的保单这次已经赔的',
      amountFen: 2_304_45,
    });
    expect(parts[1]?.formula).toContain('前面的保单已赔 2,304.45');
  });
});

describe('allowance', () => {
  it('pays each day but the first three of each stay; the day of discharge does not count', () => {
    const part = partOf(THIRD, allowanceFacts(['2026-06-12', '2026-06-22'], ['2026-07-01', '2026-07-03']));
    expect(part).toMatchObject({
      days: 7,
      totalFen: 350_00,
      leftFen: 83 * 50_00,
      draws: 'allowanceDays',
      formula: '（住院 12 天 − 不赔的 5 天）× 每天 50.00 = 350.00',
    });
    expect(labels(part)).toEqual([
      '2026年6月12日到2026年6月22日住院 10 天',
      '2026年7月1日到2026年7月3日住院 2 天',
      '每次住院前 3 天不赔（免赔天数）',
      '这份保单今年还能赔 90 天（最多 90 天）',
      '这一项赔给您',
    ]);
  });
  it('counts a stay within one day as one', () => {
    const allowance = { ...FULL_COVERAGE.allowance, waitingDays: 0 };
    const policy = answeringPolicy({}, { coverage: { ...FULL_COVERAGE, allowance } });
    expect(partOf(policy, allowanceFacts(['2026-06-12', '2026-06-12'])).days).toBe(1);
  });
  it('pays no more days than the period has left, and says so', () => {
    const part = partOf(
      answeringPolicy({ allowanceDaysPaid: 88 }),
      allowanceFacts(['2026-06-12', '2026-06-22']),
    );
    expect(part).toMatchObject({ days: 2, totalFen: 100_00, leftFen: 0 });
    expect(part.formula).toBe(
      '（住院 10 天 − 不赔的 3 天）× 每天 50.00 = 350.00；今年只剩 2 天，按 100.00 赔',
    );
  });
  it('adds up over policies', () => {
    const parts = partsOf([THIRD, answeringPolicy({}, OTHER)], allowanceFacts(['2026-06-12', '2026-06-22']));
    expect(totals(parts)).toEqual([350_00, 350_00]);
  });
});

describe('illness', () => {
  it('pays nothing in the first 90 days of a first purchase, the day of the start the first', () => {
    const part = partOf(THIRD, illnessFacts('2026-08-30'));
    expect(part).toMatchObject({ totalFen: 0, leftFen: 50_000_00 });
    expect(part.lines[1]).toEqual({
      kind: 'limit',
      label: '头 90 天里确诊的不赔（等待期）',
      amountFen: 0,
      note: '2026年6月2日开始保，2026年8月30日确诊',
    });
  });
  it('pays the sum from day 91, and from the first day when it continues without a gap', () => {
    expect(partOf(THIRD, illnessFacts('2026-08-31'))).toMatchObject({
      totalFen: 50_000_00,
      leftFen: 0,
      draws: 'illnessSum',
      formula: '肝癌：一次赔清 50,000.00',
    });
    const renewed = answeringPolicy({}, { continues: true });
    expect(partOf(renewed, illnessFacts('2026-06-12')).totalFen).toBe(50_000_00);
  });
  it('pays once', () => {
    const paid = answeringPolicy({ illnessPaidFen: 50_000_00 }, { continues: true });
    expect(partOf(paid, illnessFacts('2026-06-12')).totalFen).toBe(0);
  });
});

describe('the whole statement', () => {
  it('has a part for every policy that covers a benefit, and none for one that does not', () => {
    const accidentOnly = answeringPolicy(
      { medicalLimitFen: 0, allowancePerDayFen: 0, illnessSumFen: 0 },
      { ...OTHER, coverage: { ...FULL_COVERAGE, medical: null, allowance: null, illness: null } },
    );
    const parts = partsOf([THIRD, accidentOnly], disabilityFacts([['左手', 8]]), bill);
    expect(parts.map(({ benefit, policyId }) => [benefit, policyId])).toEqual([
      ['medical', 'pol_x'],
      ['disability', 'pol_x'],
      ['disability', 'pol_y'],
    ]);
    expect(() => partsOf([accidentOnly], bill)).toThrow(RangeError);
  });
  it('adds what is given beyond the clauses, marked so and drawn from nothing', () => {
    const exGratia = [{ label: '路费', amountFen: 300_00, reason: '家里困难' }];
    const refused = [{ what: '护理费', reason: '条款没有这一项', clause: '第七条' }];
    const statement = adjudicate([THIRD], PERSON, { benefits: [bill], refused, exGratia });
    expect(statement).toMatchObject({ refused, exGratia, totalFen: 2_604_45 });
    expect(sumOf(totals(statement.parts))).toBe(2_304_45);
    expect(exGratia.map(exGratiaLineOf)).toEqual([
      { kind: 'plus', label: '通融：路费', amountFen: 300_00, note: '家里困难' },
    ]);
  });
});
