import { blocksAnother } from './accident.schema';
import { CLOSED_STATES } from './claim-state';

describe('a claim that is over', () => {
  it.each(['medical', 'allowance'] as const)(
    'lets another of kind %s come: bills and stays go on',
    (kind) => {
      for (const state of CLOSED_STATES) expect(blocksAnother(kind, state)).toBe(false);
    },
  );
  it.each(['disability', 'death', 'illness'] as const)('of kind %s is decided once', (kind) => {
    expect(blocksAnother(kind, 'paid')).toBe(true);
    expect(blocksAnother(kind, 'closed')).toBe(true);
    expect(blocksAnother(kind, 'refused')).toBe(false);
  });
});
