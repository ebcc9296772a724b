import { FaultPlan } from './fault-plan';
import type { FaultRules } from './fault-rules';

let plan: FaultPlan;
beforeEach(() => {
  plan = new FaultPlan(() => 5);
});

const set = (...rules: FaultRules['rules']): void => plan.set({ rules });
const database = (name: string, within = 'one', action = 'getDocument'): string | undefined =>
  plan.next('database', { names: [name, 'household'], within, action })?.do;
const wechat = (name: string): string | undefined => plan.next('wechat', { names: [name] })?.do;

/** Whether each of `count` callbacks is lost. */
const losses = (count: number): boolean[] =>
  Array.from(
    { length: count },
    () => plan.next('callback', { names: ['TRANSACTION.SUCCESS'] }) !== undefined,
  );

describe('a rule with nth', () => {
  it('fires at exactly that occurrence, once', () => {
    set({ do: 'loseCallback', nth: 3 });
    expect(losses(6)).toEqual([false, false, true, false, false, false]);
    expect(plan.view()).toMatchObject({
      rules: [{ do: 'loseCallback', fired: 1 }],
      firings: [{ at: 5, rule: 0, do: 'loseCallback', name: 'TRANSACTION.SUCCESS', nth: 3 }],
    });
  });

  it('counts database calls within one run of the operation', () => {
    set({ do: 'failBefore', of: 'buyCover', nth: 2 });
    expect([database('buyCover', 'a'), database('buyCover', 'b'), database('whoAmI', 'c')]).toEqual(
      Array(3).fill(undefined),
    );
    expect([database('buyCover', 'b'), database('buyCover', 'a')]).toEqual(['failBefore', undefined]);
  });
});

describe('a rule with a chance', () => {
  const run = (seed: number): boolean[] => {
    plan.set({ seed, rules: [{ do: 'loseCallback', chance: 0.3 }] });
    return losses(400);
  };

  it('gives the same faults for the same seed, and about as many as it says', () => {
    const first = run(7);
    expect(run(7)).toEqual(first);
    expect(run(8)).not.toEqual(first);
    const lost = first.filter(Boolean).length;
    expect(lost).toBeGreaterThan(80);
    expect(lost).toBeLessThan(160);
  });

  it('does not let calls of one name disturb those of another', () => {
    const rules: FaultRules['rules'] = [{ do: 'timeoutBefore', chance: 0.5 }];
    plan.set({ seed: 3, rules });
    const alone = Array.from({ length: 50 }, () => wechat('a'));
    plan.set({ seed: 3, rules });
    const beside = Array.from({ length: 50 }, () => {
      wechat('b');
      return wechat('a');
    });
    expect(beside).toEqual(alone);
  });

  it('of one always fires, of nought never', () => {
    set({ do: 'loseCallback', chance: 1 });
    expect(losses(20)).toEqual(Array(20).fill(true));
    set({ do: 'loseCallback', chance: 0 });
    expect(losses(20)).toEqual(Array(20).fill(false));
  });
});

describe('whom a rule is about', () => {
  it.each([
    ['POST v3/pay/transactions/jsapi', true],
    ['POST v3/*', true],
    ['*/jsapi', true],
    ['GET *', false],
    ['v3/pay', false],
    ['POST v3.pay.transactions.jsapi', false],
  ])('%s', (of, isMeant) => {
    set({ do: 'timeoutAfter', of, nth: 1 });
    expect(wechat('POST v3/pay/transactions/jsapi')).toBe(isMeant ? 'timeoutAfter' : undefined);
  });

  it('an operation, its function, or one action', () => {
    set({ do: 'killAfter', of: 'household', action: 'commitTransaction', nth: 1 });
    expect(database('buyCover', 'x', 'getDocument')).toBeUndefined();
    expect(database('buyCover', 'x', 'commitTransaction')).toBe('killAfter');
  });

  it('the first rule that fires has its way, and the others count on', () => {
    set({ do: 'timeoutBefore', nth: 1 }, { do: 'timeoutAfter', nth: 2 });
    expect([wechat('a'), wechat('a')]).toEqual(['timeoutBefore', 'timeoutAfter']);
  });
});
