import { approvedSample, refusedSample } from '../testing/sample-claims';
import { instantAt } from '../time/china-day';
import {
  deadlineWords,
  deciders,
  figureOf,
  leftWords,
  objectionWords,
  otherWays,
  payableFen,
  payeeDues,
} from './statement-words';

describe('a statement says', () => {
  it('each line with its sign', () => {
    expect(figureOf({ kind: 'plus', label: '', amountFen: 386_050 })).toBe('3,860.50');
    expect(figureOf({ kind: 'minus', label: '', amountFen: 10_000 })).toBe('− 100.00');
    expect(figureOf({ kind: 'minus', label: '', amountFen: 0 })).toBe('0.00');
    expect(figureOf({ kind: 'ratio', label: '', ratio: 9_000 })).toBe('× 90%');
    expect(figureOf({ kind: 'limit', label: '', amountFen: 1_200_000 })).toBe('最多 12,000.00');
  });

  it('what is left of what the benefit drew on', () => {
    expect(leftWords({ benefit: 'medical', leftFen: 969_555 })).toContain('9,695.55 元');
    expect(leftWords({ benefit: 'death', leftFen: 0 })).toContain('意外保额');
  });

  it('what is paid now: the decision less what was ordered before, in shares that add up', () => {
    const advanced = { ...approvedSample, advanceFen: 100_000 };
    expect(payableFen(advanced)).toBe(130_445);
    const [payee] = approvedSample.payees;
    const heirs = [1, 1, 1].map((weight) => ({ ...payee, weight }) as (typeof approvedSample.payees)[number]);
    expect(payeeDues({ ...advanced, payees: heirs })).toEqual([43_482, 43_482, 43_481]);
    expect(payableFen({ ...approvedSample, advanceFen: 999_999 })).toBe(0);
  });

  it('who worked it out and who decided, by name and day', () => {
    expect(deciders(approvedSample)).toEqual([
      ['审核', '周敏，2026年6月7日'],
      ['批准', '吴刚，2026年6月8日'],
    ]);
    expect(deciders(refusedSample)[1]).toEqual(['决定不赔', '吴刚，2026年6月8日']);
    expect(deciders({ ...approvedSample, decidedBy: null })).toEqual([]);
  });

  it('the law’s last day to pay, ten days after the family agreed', () => {
    expect(deadlineWords(approvedSample)).toContain('您同意以后，最晚 10 天');
    const agreed = { ...approvedSample, agreedAt: instantAt('2026-06-20', '23:30') };
    expect(deadlineWords(agreed)).toContain('最晚 2026年6月30日');
  });

  it('of a refusal the last day for the written reasons, three days after the decision', () => {
    expect(deadlineWords(refusedSample)).toContain('决定后 3 天内给您，最晚 2026年6月11日');
  });

  it('that one may object once, and by when', () => {
    expect(objectionWords(approvedSample)).toContain('同意之前可以提一次异议');
    expect(objectionWords(refusedSample)).toContain('最晚 2026年7月7日可以提一次异议');
    expect(objectionWords({ ...refusedSample, objection: { at: 1, reason: '' } })).toContain('不能再提');
    expect(objectionWords({ ...approvedSample, actions: [] })).toContain('不能再提');
  });

  it('the days of a complaint once, though the insurer`s own words name them too', () => {
    const complaintChannel = '拨打 95519 转投诉，15 天内答复';
    expect(otherWays({ ...approvedSample, complaintChannel })[0]).toBe(`投诉：${complaintChannel}`);
  });

  it('where to complain, and two years; for a death no source gives a term', () => {
    const ways = otherWays(approvedSample).join('');
    for (const words of ['15 天', approvedSample.complaintChannel, '2028年6月4日'])
      expect(ways).toContain(words);
    expect(otherWays({ ...approvedSample, kind: 'death' }).join('')).not.toContain('2028年');
  });
});
