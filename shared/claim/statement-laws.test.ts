import fc from 'fast-check';
import { deathCapOn } from '../household/minors-cap';
import { sumOf, timesRatio } from '../money/fen';
import { anyFacts, anyPerson, anyPolicies } from '../testing/any-facts';
import { invoiceOf } from '../testing/sample-answers';
import { adjudicate, type AnsweringPolicy } from './adjudicate';
import type { AssessmentFacts, FactsOf, StatementLine, StatementPart } from './assessment.schema';
import { statement as statementSchema } from './assessment.schema';
import type { ClaimKind } from './claim.schema';

/** What is there of each pot before the decision, in fen. */
const availableIn = ({ left, coverage }: AnsweringPolicy, draws: StatementPart['draws']): number => {
  switch (draws) {
    case 'accidentShare':
      return left.accidentShareFen - left.accidentPaidFen;
    case 'medicalLimit':
      return left.medicalLimitFen - left.medicalPaidFen;
    case 'allowanceDays':
      return ((coverage.allowance?.maxDays ?? 0) - left.allowanceDaysPaid) * left.allowancePerDayFen;
    case 'illnessSum':
      return left.illnessSumFen - left.illnessPaidFen;
  }
};

/** A statement's lines, worked out again from top to bottom as a family would with a calculator. */
const workedOut = (lines: readonly StatementLine[]): number =>
  lines.reduce((sum, { kind, amountFen = 0, ratio = 0 }) => {
    switch (kind) {
      case 'plus':
        return sum + amountFen;
      case 'minus':
        return Math.max(0, sum - amountFen);
      case 'ratio':
        return timesRatio(sum, ratio);
      case 'limit':
        return Math.min(sum, amountFen);
      case 'total':
        return sum;
    }
  }, 0);

const benefitOf = <K extends ClaimKind>(facts: AssessmentFacts, kind: K) =>
  facts.benefits.find((one): one is FactsOf<K> => one.kind === kind);
const totalOf = (parts: readonly StatementPart[], kind: ClaimKind) =>
  sumOf(parts.filter(({ benefit }) => benefit === kind).map(({ totalFen }) => totalFen));

const always = (
  check: (
    statement: ReturnType<typeof adjudicate>,
    given: {
      policies: AnsweringPolicy[];
      person: { birthDay: string; accidentAt: number };
      facts: AssessmentFacts;
    },
  ) => void,
): void => {
  fc.assert(
    fc.property(anyPolicies, anyPerson, anyFacts, (policies, person, facts) => {
      check(adjudicate(policies, person, facts), { policies, person, facts });
    }),
    { numRuns: 200 },
  );
};

describe('whatever is decided', () => {
  it('pays whole fen, nothing below zero, and can be stored', () => {
    always((statement) => {
      expect(statementSchema.parse(statement)).toEqual(statement);
      expect(statement.parts.every(({ leftFen, totalFen }) => leftFen >= 0 && totalFen >= 0)).toBe(true);
    });
  });
  it('never pays above share, limit, days or sum of a policy, and says what is left', () => {
    always(({ parts }, { policies }) => {
      for (const policy of policies) {
        for (const draws of ['accidentShare', 'medicalLimit', 'allowanceDays', 'illnessSum'] as const) {
          const own = parts.filter((part) => part.policyId === policy.policyId && part.draws === draws);
          const paidFen = sumOf(own.map(({ totalFen }) => totalFen));
          const availableFen = availableIn(policy, draws);
          expect(paidFen).toBeLessThanOrEqual(availableFen);
          own.slice(-1).forEach(({ leftFen }) => expect(leftFen).toBe(availableFen - paidFen));
        }
      }
    });
  });
  it('is the sum of its parts and of what is given beyond the clauses', () => {
    always(({ parts, totalFen }, { facts }) => {
      expect(totalFen).toBe(
        sumOf(parts.map((part) => part.totalFen)) + sumOf(facts.exGratia.map(({ amountFen }) => amountFen)),
      );
    });
  });
  it('can be worked out again from its lines, which end in the total', () => {
    always(({ parts }) => {
      for (const { lines, totalFen } of parts) {
        expect(workedOut(lines)).toBe(totalFen);
        expect(lines[lines.length - 1]).toMatchObject({ kind: 'total', amountFen: totalFen });
      }
    });
  });
  it('never pays more medical money over all policies than the family itself spent', () => {
    always(({ parts }, { facts }) => {
      const invoices = benefitOf(facts, 'medical')?.invoices ?? [];
      const spentFen = sumOf(
        invoices.map(({ eligibleFen, paidByOthersFen }) => eligibleFen - paidByOthersFen),
      );
      expect(totalOf(parts, 'medical')).toBeLessThanOrEqual(spentFen);
    });
  });
  it('never bears more of a deductible than the plan has, with what was borne before', () => {
    always(({ parts }, { policies }) => {
      for (const { policyId, deductibleFen } of parts) {
        const policy = policies.find((one) => one.policyId === policyId);
        const terms = policy?.coverage.medical?.deductibleFen ?? 0;
        const borneFen = policy?.left.deductibleBorneFen ?? 0;
        expect(deductibleFen).toBeLessThanOrEqual(Math.max(0, terms - borneFen));
      }
    });
  });
  it('never pays for a minor’s death beyond the law’s cap, others’ payments counted', () => {
    always(({ parts }, { facts, person }) => {
      const death = benefitOf(facts, 'death');
      const cap = death && deathCapOn(person.birthDay, death.diedOn);
      if (!cap) return;
      const roomFen = Math.max(0, cap.capFen - death.paidByOtherInsurersFen);
      expect(totalOf(parts, 'death')).toBeLessThanOrEqual(roomFen);
    });
  });
  it('is the same in whichever order the benefits are entered', () => {
    always((statement, { policies, person, facts }) => {
      const turned = { ...facts, benefits: [...facts.benefits].reverse() };
      expect(adjudicate(policies, person, turned)).toEqual(statement);
    });
  });
  it('never pays less because another bill came', () => {
    always(({ parts }, { policies, person, facts }) => {
      const more = facts.benefits.map((one) =>
        one.kind === 'medical' ? { ...one, invoices: [...one.invoices, invoiceOf(500_00)] } : one,
      );
      const again = adjudicate(policies, person, { ...facts, benefits: more }).parts;
      expect(totalOf(again, 'medical')).toBeGreaterThanOrEqual(totalOf(parts, 'medical'));
    });
  });
});
