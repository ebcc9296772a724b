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

/** The sum that stands first on a certificate: of the whole family, or what each may get for an illness. */
export const headlineOf = (policy: PolicyView): { caption: string; fen: number } => {
  if (policy.accidentSumFen > 0)
    return { caption: '意外身故、伤残，全家一共最多赔', fen: policy.accidentSumFen };
  const illnessFen = Math.max(0, ...policy.insured.map(({ illnessSumFen }) => illnessSumFen));
  return illnessFen > 0
    ? { caption: '得了条款里列的重病，每人赔', fen: illnessFen }
    : {
        caption: '住院津贴，每人每天',
        fen: Math.max(0, ...policy.insured.map(({ allowancePerDayFen }) => allowancePerDayFen)),
      };
};
