import { ATTENDS_MS, withSign } from './attendance';

const caseId = 'clm_aaaaaaaaaaaaaaaaaaaa';
const at = 1_780_000_000_000;
const zhou = withSign(undefined, { caseId, staffId: 'zhou', at });

describe('who has a case open', () => {
  it('keeps one sign of each colleague, the newest', () => {
    const both = withSign(zhou, { caseId, staffId: 'he', at: at + 1_000 });
    expect(withSign(both, { caseId, staffId: 'zhou', at: at + 2_000 })).toEqual({
      id: caseId,
      colleagues: [
        { staffId: 'he', at: at + 1_000 },
        { staffId: 'zhou', at: at + 2_000 },
      ],
    });
  });

  it.each([
    [ATTENDS_MS - 1, ['zhou', 'he']],
    [ATTENDS_MS, ['he']],
  ])('%d ms after a sign counts %j', (later, present) => {
    const then = withSign(zhou, { caseId, staffId: 'he', at: at + later });
    expect(then.colleagues.map(({ staffId }) => staffId)).toEqual(present);
  });
});
