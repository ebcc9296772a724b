import { blocksAnother } from './accident.schema';
import { SAMPLE_CLAIM as CLAIM } from '../testing/sample-claim';
import { moveClaim, type Mover } from './claim.schema';
import { claimMover, claimState, CLAIM_STATE_WORDS, CLAIM_TRANSITIONS, CLOSED_STATES } from './claim-state';

const STATES = claimState.options;
const ROLES = claimMover.options;

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
  it('leave a closed claim only by opening it again, by an objection to a refusal, or by the clock', () => {
    const leaving = CLAIM_TRANSITIONS.filter(({ from }) => CLOSED_STATES.includes(from));
    expect(leaving.map(({ from, to, by }) => `${from} ${to} ${by}`).sort()).toEqual([
      'closed reopened member',
      'closed reopened supervisor',
      'paid closed timer',
      'paid reopened member',
      'paid reopened supervisor',
      'refused closed timer',
      'refused objected member',
      'refused reopened member',
      'refused reopened supervisor',
    ]);
  });
  it('belong to one party, but for those that a colleague may make in the family`s stead', () => {
    const pairs = CLAIM_TRANSITIONS.map(({ from, to }) => `${from} ${to}`);
    const shared = [...new Set(pairs.filter((pair, index) => pairs.indexOf(pair) < index))];
    expect(shared.sort()).toEqual([
      'approved agreed',
      'closed reopened',
      'paid reopened',
      'papersAsked accepted',
      'papersAsked registered',
      'refused reopened',
    ]);
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
