import fc from 'fast-check';
import { DISABILITY_STANDARDS } from '../product/disability-standards';
import { anyFacts, anyPerson, anyPolicies } from '../testing/any-facts';
import {
  ACCIDENT_DAY,
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
import { addDays, instantAt } from '../time/china-day';
import { adjudicate } from './adjudicate';
import type { AssessmentFacts, BenefitFacts } from './assessment.schema';
import { factsFaults } from './facts-faults';

const NOW = instantAt('2027-01-31', '12:00');
const POLICY = answeringPolicy({}, { continues: true });
const afterDays = (days: number): string => addDays(ACCIDENT_DAY, days);

const faultsOf = (facts: AssessmentFacts, policies = [POLICY], now = NOW) =>
  factsFaults(facts, PERSON, policies, now);
const pathsOf = (...benefits: BenefitFacts[]) => faultsOf(factsOf(...benefits)).map(({ path }) => path);
const messageOf = (...benefits: BenefitFacts[]) => faultsOf(factsOf(...benefits))[0]?.message;
const inBenefit = (path: string): string => `facts.benefits.0.${path}`;

describe('amounts', () => {
  it('reach a million yuan and no further, each told at its field', () => {
    const most = 100_000_000;
    expect(pathsOf(medicalFacts([invoiceOf(most)]))).toEqual([]);
    expect(faultsOf(factsOf(medicalFacts([invoiceOf(100), invoiceOf(most + 1)])))).toEqual([
      { path: inBenefit('invoices.1.amountFen'), code: 'AMOUNT_INVALID' },
    ]);
    expect(pathsOf(deathFacts('2026-06-20', most + 1))).toEqual([inBenefit('paidByOtherInsurersFen')]);
    const exGratia = [{ label: '路费', amountFen: most + 1, reason: '家里困难' }];
    expect(faultsOf({ ...factsOf(deathFacts()), exGratia })).toEqual([
      { path: 'facts.exGratia.0.amountFen', code: 'AMOUNT_INVALID' },
    ]);
  });
  it('recognise no more of an invoice than stands on it, and say why it is less', () => {
    const more = invoiceOf(100_00, 0, { eligibleFen: 100_01 });
    expect(faultsOf(factsOf(medicalFacts([more])))).toEqual([
      {
        path: inBenefit('invoices.0.eligibleFen'),
        code: 'AMOUNT_INVALID',
        message: '能赔的部分不能比发票上的 100 元还多。',
      },
    ]);
    const less = { eligibleFen: 900_00 };
    expect(pathsOf(medicalFacts([invoiceOf(1_000_00, 0, less)]))).toEqual([inBenefit('invoices.0.note')]);
    expect(pathsOf(medicalFacts([invoiceOf(1_000_00, 0, { ...less, note: '自费药' })]))).toEqual([]);
  });
  it('count no more paid by others than is recognised', () => {
    expect(pathsOf(medicalFacts([invoiceOf(1_000_00), invoiceOf(100_00, 100_01)]))).toEqual([
      inBenefit('invoices.1.paidByOthersFen'),
    ]);
  });
});

describe('benefits', () => {
  it('stand once each', () => {
    expect(pathsOf(deathFacts(), illnessFacts(ACCIDENT_DAY), deathFacts())).toEqual([
      'facts.benefits.2.kind',
    ]);
  });
  it('are covered by one of the policies', () => {
    const accidentOnly = answeringPolicy(
      { medicalLimitFen: 0 },
      { coverage: { ...FULL_COVERAGE, medical: null } },
    );
    const facts = factsOf(medicalFacts([invoiceOf(1_000_00)]));
    expect(faultsOf(facts, [accidentOnly])).toEqual([
      {
        path: inBenefit('kind'),
        code: 'FACTS_WRONG',
        message: '那天的保单都不保“看病花了钱（医疗）”，请去掉这一项，写进“不赔的部分”。',
      },
    ]);
    expect(faultsOf(facts, [accidentOnly, POLICY])).toEqual([]);
  });
  it('of nothing that is paid say what is refused', () => {
    const nothing = factsOf(medicalFacts([invoiceOf(50_00)]));
    expect(faultsOf(nothing)).toMatchObject([{ path: 'facts.refused', code: 'FACTS_WRONG' }]);
    const refused = [{ what: '医疗费', reason: '没有超过免赔额', clause: '第四条' }];
    expect(faultsOf({ ...nothing, refused })).toEqual([]);
    const exGratia = [{ label: '路费', amountFen: 1, reason: '家里困难' }];
    expect(faultsOf({ ...nothing, exGratia })).toEqual([]);
  });
});

describe('days', () => {
  const withInvoiceOf = (day: string) => medicalFacts([invoiceOf(1_000_00, 0, { day })]);
  const disabilityOn = (ratedOn: string) => disabilityFacts([['左手', 8]], { ratedOn });
  it.each<[string, string, (day: string) => BenefitFacts]>([
    ['of an invoice', 'invoices.0.day', withInvoiceOf],
    ['of admission', 'stays.0.admittedOn', (day) => allowanceFacts([day, addDays(day, 5)])],
    ['of a rating', 'ratedOn', disabilityOn],
    ['of a death', 'diedOn', deathFacts],
    ['of a diagnosis', 'diagnosedOn', illnessFacts],
  ])('%s lie neither before the accident nor ahead', (_what, path, factsOn) => {
    const now = instantAt(afterDays(30), '12:00');
    const on = (days: number) =>
      faultsOf(factsOf(factsOn(afterDays(days))), [POLICY], now).map((one) => one.path);
    expect(on(0)).toEqual([]);
    expect(on(-1)).toEqual([inBenefit(path)]);
    expect(on(31)).toContain(inBenefit(path));
    expect(on(20)).toEqual([]);
  });
  it('of today are not ahead', () => {
    expect(faultsOf(factsOf(withInvoiceOf(ACCIDENT_DAY)), [POLICY], PERSON.accidentAt)).toEqual([]);
  });
  it('of a stay are in order and counted once', () => {
    expect(pathsOf(allowanceFacts(['2026-07-10', '2026-07-09']))).toEqual([
      inBenefit('stays.0.dischargedOn'),
    ]);
    expect(pathsOf(allowanceFacts(['2026-07-01', '2026-07-10'], ['2026-07-09', '2026-07-12']))).toEqual([
      inBenefit('stays.1.admittedOn'),
    ]);
    expect(pathsOf(allowanceFacts(['2026-07-01', '2026-07-10'], ['2026-07-10', '2026-07-12']))).toEqual([]);
    expect(pathsOf(allowanceFacts(['2026-07-10', '2026-07-10'], ['2026-07-10', '2026-07-20']))).toEqual([
      inBenefit('stays.1.admittedOn'),
    ]);
  });
  it('of the living do not come after the death', () => {
    const facts = [
      deathFacts('2026-07-10'),
      allowanceFacts(['2026-07-01', '2026-07-11']),
      disabilityOn('2026-07-11'),
      illnessFacts('2026-07-11'),
      medicalFacts([invoiceOf(1_000_00, 0, { day: '2026-07-20' })]),
    ];
    expect(pathsOf(...facts)).toEqual([
      'facts.benefits.1.stays.0.dischargedOn',
      'facts.benefits.2.ratedOn',
      'facts.benefits.3.diagnosedOn',
    ]);
  });
});

describe('the 180 days', () => {
  it('count for a death, the 180th among them', () => {
    expect(pathsOf(deathFacts(afterDays(180)))).toEqual([]);
    expect(pathsOf(deathFacts(afterDays(181)))).toEqual([inBenefit('diedOn')]);
    expect(messageOf(deathFacts(afterDays(181)))).toBe(
      '去世晚于出事后 180 天（2026年12月9日），条款不赔，请写进“不赔的部分”。',
    );
  });
  it('count for a disability, unless it was still treated on the last of them', () => {
    const rated = (days: number, inTreatment: boolean) =>
      pathsOf(disabilityFacts([['左手', 8]], { ratedOn: afterDays(days), inTreatment }));
    expect(rated(180, false)).toEqual([]);
    expect(rated(181, false)).toEqual([inBenefit('ratedOn')]);
    expect(rated(181, true)).toEqual([]);
    expect(rated(180, true)).toEqual([]);
    expect(rated(179, true)).toEqual([inBenefit('inTreatment')]);
  });
});

describe('injuries', () => {
  it('stand once for each part and nature, however it is written', () => {
    expect(
      pathsOf(
        disabilityFacts([
          ['左手 拇指', 8],
          ['右腿', 9],
          ['左手拇指', 9],
        ]),
      ),
    ).toEqual([inBenefit('injuries.2.part')]);
  });
  it('have a code that looks like one of the plan’s standard', () => {
    const coded = (code: string) =>
      pathsOf(disabilityFacts([], { injuries: [{ code, part: '左手', grade: 8 }] }));
    for (const code of ['7.6.1', 's730.188', '4.7.2-8', '1030']) expect(coded(code)).toEqual([]);
    for (const code of ['左手', '7..6', '7.6.', '见报告', 'abc']) {
      expect(coded(code)).toEqual([inBenefit('injuries.0.code')]);
    }
  });
  it('are held against every known standard', () => {
    for (const { standard } of DISABILITY_STANDARDS) {
      const disability = { ...FULL_COVERAGE.accident.disability, standard };
      const coverage = { ...FULL_COVERAGE, accident: { ...FULL_COVERAGE.accident, disability } };
      const facts = factsOf(disabilityFacts([], { injuries: [{ code: '无', part: '左手', grade: 8 }] }));
      expect(faultsOf(facts, [answeringPolicy({}, { coverage })])[0]?.message).toContain(standard);
    }
  });
});

describe('whatever is entered', () => {
  it('has no fault when it is in order', () => {
    fc.assert(
      fc.property(anyPolicies, anyPerson, anyFacts, (policies, person, facts) => {
        // A death in the facts ends what the living can do; the arbitrary days of the others may lie after it.
        const benefits = facts.benefits.filter(({ kind }) => kind !== 'illness');
        if (benefits.length === 0) return;
        expect(factsFaults({ ...facts, benefits }, person, policies, NOW)).toEqual([]);
      }),
    );
  });
  it('is either told as a fault or can be worked out', () => {
    const lacking = fc.subarray(['accident', 'medical', 'allowance', 'illness'] as const);
    fc.assert(
      fc.property(anyPolicies, lacking, anyFacts, fc.boolean(), (policies, missing, facts, isSilent) => {
        const some = policies.map((policy) => ({
          ...policy,
          coverage: { ...policy.coverage, ...Object.fromEntries(missing.map((kind) => [kind, null])) },
        }));
        const entered = isSilent ? { ...facts, refused: [], exGratia: [] } : facts;
        const faults = factsFaults(entered, PERSON, some, NOW);
        if (faults.length > 0) {
          expect(faults.every(({ path }) => path.startsWith('facts.'))).toBe(true);
          return;
        }
        const { totalFen } = adjudicate(some, PERSON, entered);
        expect(totalFen > 0 || entered.refused.length > 0).toBe(true);
      }),
    );
  });
});
