import type { CaseView } from 'shared/claim/case-view';

type Payees = CaseView['payees'];

/** What a payee is to the insured person, as colleagues say it. */
export const RELATION_WORDS: Readonly<Record<Payees[number]['relation'], string>> = {
  self: '本人',
  guardian: '监护人',
  beneficiary: '受益人',
  heir: '法定继承人',
};

/** How much of the money one payee gets: 全部, 1/3, 25/100. */
export const shareWords = (payees: Payees, position: number): string => {
  const whole = payees.reduce((sum, { weight }) => sum + weight, 0);
  const own = payees[position]?.weight ?? 0;
  return payees.length === 1 ? '全部' : `${own}/${whole}`;
};
