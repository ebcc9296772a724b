import type { StaffRole } from 'shared/identity/role';
import { TURNS, type Turn } from 'shared/claim/claim-state';

/** Which queue is shown: that of one turn, or all that are the caller's own. */
export type QueueView = Turn | 'own';

const TURN_WORDS: Readonly<Record<Turn, string>> = {
  handler: '待经办',
  approver: '待批准',
  cashier: '待打款',
};

const seesAll = (roles: readonly StaffRole[]): boolean =>
  roles.includes('supervisor') || roles.includes('panelist');

const ownTurns = (roles: readonly StaffRole[]): readonly Turn[] =>
  seesAll(roles) ? TURNS : TURNS.filter((turn) => roles.includes(turn));

/** The queues side by side, the caller's own first; whoever has one turn alone needs no tab besides it. */
export const queueTabs = (roles: readonly StaffRole[]): { value: QueueView; label: string }[] => {
  const own = ownTurns(roles);
  const others = TURNS.filter((turn) => !own.includes(turn));
  const turns = [...own, ...others].map((turn) => ({ value: turn, label: TURN_WORDS[turn] }));
  if (own.length === 1) return turns.map((tab) => (tab.value === own[0] ? { ...tab, value: 'own' } : tab));
  return [{ value: 'own', label: seesAll(roles) ? '全部' : '轮到我' }, ...turns];
};

/** Whether what is past its day comes before everything else: so for those who watch over the clocks. Source: domain R16. */
export const watchesClocks = (roles: readonly StaffRole[]): boolean => roles.includes('supervisor');
