import type { Role } from '../identity/role';
import { blocksAnother } from './accident.schema';
import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { moveClaim, type Mover } from './claim.schema';
import { claimState, CLAIM_STATE_WORDS, CLAIM_TRANSITIONS, CLOSED_STATES, mayMove } from './claim-state';

const STATES = claimState.options;
const ROLES = [
  'member',
  'specialist',
  'countyManager',
  'handler',
  'approver',
  'cashier',
] as const satisfies readonly Role[];

const legal = new Set(CLAIM_TRANSITIONS.map(({ from, to, by }) => `${from} ${to} ${by}`));
const every = STATES.flatMap((from) =>
  STATES.flatMap((to) => ROLES.map((role) => ({ from, to, role, key: `${from} ${to} ${role}` }))),
);
const mover = (role: Mover['role']): Mover => ({ role, staffId: role === 'member' ? null : 'stf_x' });

describe('moves of a claim', () => {
  it('are refused, all of them, unless the table has them for this role', () => {
    const illegal = every.filter(({ key }) => !legal.has(key));
    expect(illegal.length).toBe(STATES.length ** 2 * ROLES.length - legal.size);
    for (const { from, to, role } of illegal) {
      const moved = moveClaim({ ...CLAIM, state: from }, to, { at: 1, by: mover(role) });
      expect(moved).toBeUndefined();
    }
  });
  it('write the step, raise the version and keep what was before', () => {
    for (const { from, to, role } of every.filter(({ key }) => legal.has(key))) {
      const moved = moveClaim({ ...CLAIM, state: from }, to, { at: 2, by: mover(role), reason: '原因' });
      expect(moved).toMatchObject({ state: to, version: 2, description: CLAIM.description });
      expect(moved?.steps).toEqual([...CLAIM.steps, { state: to, at: 2, by: mover(role), reason: '原因' }]);
    }
  });
  it('never leave a closed claim, and never belong to the association or to two parties at once', () => {
    for (const state of CLOSED_STATES) {
      expect(CLAIM_TRANSITIONS.filter((move) => move.from === state)).toEqual([]);
    }
    for (const role of ['specialist', 'countyManager'] as const) {
      expect(STATES.some((from) => STATES.some((to) => mayMove(from, to, role)))).toBe(false);
    }
    const pairs = CLAIM_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
  it('lead from the report to every state, and from every open state to a closed one', () => {
    const reachable = (start: (typeof STATES)[number]) => {
      const seen = new Set([start]);
      for (const state of seen) {
        CLAIM_TRANSITIONS.filter((move) => move.from === state).forEach((move) => seen.add(move.to));
      }
      return seen;
    };
    expect([...reachable('reported')].sort()).toEqual([...STATES].sort());
    for (const state of STATES) {
      expect([...reachable(state)].some((one) => CLOSED_STATES.includes(one))).toBe(true);
    }
  });
  it('have words for every state, no two alike', () => {
    expect(new Set(STATES.map((state) => CLAIM_STATE_WORDS[state])).size).toBe(STATES.length);
  });
});

describe('a second claim of the same accident and kind', () => {
  it.each(['withdrawn', 'refused'] as const)('may follow one that was %s', (state) => {
    expect(blocksAnother('medical', state)).toBe(false);
    expect(blocksAnother('death', state)).toBe(false);
  });
  it('may follow paid medical bills, because more bills come; a death or a grade is decided once', () => {
    expect(blocksAnother('medical', 'paid')).toBe(false);
    expect(blocksAnother('disability', 'paid')).toBe(true);
    expect(blocksAnother('death', 'paid')).toBe(true);
  });
  it('is refused while one is open', () => {
    for (const state of STATES.filter((one) => !CLOSED_STATES.includes(one))) {
      expect(blocksAnother('medical', state)).toBe(true);
    }
  });
});
