import type { PolicyView } from 'shared/policy/policy-view';

/** The state of a policy in a word, with the tone of its badge. */
export const POLICY_STATES: Readonly<
  Record<PolicyView['state'], { word: string; tone: 'good' | 'info' | 'plain' }>
> = {
  notStarted: { word: '还没开始', tone: 'info' },
  active: { word: '保障中', tone: 'good' },
  ended: { word: '已到期', tone: 'plain' },
  cancelled: { word: '已退保', tone: 'plain' },
};

/** The sum that stands first on a certificate: of the whole family, or what each may get for an illness or a day. */
export const headlineOf = (policy: PolicyView): { caption: string; fen: number } => {
  const mostOf = (sum: 'illnessSumFen' | 'allowancePerDayFen'): number =>
    Math.max(0, ...policy.insured.map((person) => person[sum]));
  const sample = policy.isSample ? '（示例）' : '';
  if (policy.accidentSumFen > 0)
    return { caption: `意外身故、伤残，全家一共最多赔${sample}`, fen: policy.accidentSumFen };
  return mostOf('illnessSumFen') > 0
    ? { caption: `得了条款里列的重病，每人赔${sample}`, fen: mostOf('illnessSumFen') }
    : { caption: `意外住院津贴，每人每天${sample}`, fen: mostOf('allowancePerDayFen') };
};
