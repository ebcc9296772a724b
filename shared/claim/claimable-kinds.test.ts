import { claimableKinds, notCoveredWords } from './claimable-kinds';

const NOTHING = { accidentShareFen: 0, medicalLimitFen: 0, allowancePerDayFen: 0, illnessSumFen: 0 };

describe('what a policy can answer for somebody', () => {
  it.each([
    ['accidentShareFen', ['disability', 'death']],
    ['medicalLimitFen', ['medical']],
    ['allowancePerDayFen', ['allowance']],
    ['illnessSumFen', ['illness']],
  ] as const)('by %s is %j', (held, kinds) => {
    expect(claimableKinds({ ...NOTHING, [held]: 1 })).toEqual(kinds);
  });
  it('is nothing for who holds nothing, and the words say whom to ask', () => {
    expect(claimableKinds(NOTHING)).toEqual([]);
    expect(notCoveredWords(NOTHING, 'death')).toContain('客服电话');
  });
  it('is named where something else was asked for', () => {
    expect(notCoveredWords({ ...NOTHING, illnessSumFen: 1 }, 'medical')).toBe(
      '这份保障不保“看病花了钱（医疗）”。它能报的是“得了重病（重大疾病）”。家里还有别的保障，可以用那一份来报。',
    );
  });
});
