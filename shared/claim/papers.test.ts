import { accidentCause, claimKind } from './claim.schema';
import { paperKey, type PaperKey } from './paper-key';
import { PAPERS, papersFor } from './papers';

const required = (...asked: Parameters<typeof papersFor>): PaperKey[] =>
  papersFor(...asked).flatMap(({ key, need }) => (need === 'required' ? [key] : []));
const keys = (...asked: Parameters<typeof papersFor>): PaperKey[] =>
  papersFor(...asked).map(({ key }) => key);

describe('the papers of a claim', () => {
  it.each([
    ['medical', ['invoice', 'itemisedList', 'medicalRecord', 'idCard', 'bankCard']],
    ['allowance', ['dischargeSummary', 'idCard', 'bankCard']],
    ['disability', ['appraisalReport', 'idCard', 'bankCard']],
    [
      'death',
      ['deathCertificate', 'householdCancellation', 'proofOfRelation', 'policeReport', 'idCard', 'bankCard'],
    ],
    ['illness', ['medicalRecord', 'idCard', 'bankCard']],
  ] as const)('of %s are required as the rule lists them', (kind, expected) => {
    expect(required(kind, undefined)).toEqual(expected);
  });

  it('name the settlement of social insurance only to who has one', () => {
    const paper = papersFor('medical', 'fall').find(({ key }) => key === 'socialInsuranceSettlement');
    expect(paper).toMatchObject({ need: 'ifAny', when: '医保报过的才有' });
  });

  it('add the report of the traffic police on a road, by its own name, and once', () => {
    const report = (kind: 'medical' | 'death') =>
      papersFor(kind, 'traffic').filter(({ key }) => key === 'policeReport');
    expect(report('medical')).toMatchObject([{ name: '交警的事故认定书', need: 'required' }]);
    expect(report('death')).toMatchObject([{ name: '交警的事故认定书', need: 'required' }]);
    expect(keys('medical', 'fall')).not.toContain('policeReport');
  });

  it('prove a child by the household book', () => {
    expect(required('medical', 'fall', { isMinor: true })).toContain('householdBook');
    expect(required('medical', 'fall')).not.toContain('householdBook');
  });

  it('stand once each, required ones first, and each of the others says when', () => {
    for (const kind of claimKind.options) {
      for (const cause of [undefined, ...accidentCause.options]) {
        const papers = papersFor(kind, cause);
        expect(new Set(papers.map(({ key }) => key)).size).toBe(papers.length);
        const needs = papers.map(({ need }) => need);
        expect([...needs].sort().reverse()).toEqual(needs);
        for (const { need, when, lookFor } of papers) {
          expect(when === null).toBe(need === 'required');
          expect(lookFor.length).toBeGreaterThan(0);
        }
      }
    }
  });

  it('are all used by some claim', () => {
    const used = new Set(
      claimKind.options.flatMap((kind) => accidentCause.options.flatMap((cause) => keys(kind, cause))),
    );
    expect([...used].sort()).toEqual([...paperKey.options].sort());
    expect(Object.keys(PAPERS).sort()).toEqual([...paperKey.options].sort());
  });
});
