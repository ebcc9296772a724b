import { looksMistyped } from './card-number';

describe('looksMistyped', () => {
  it.each(['6222021402001234563', '6222 0214 0200 1234 563', '6217000010001234569'])(
    'lets %s pass',
    (number) => {
      expect(looksMistyped(number)).toBe(false);
    },
  );

  it('sees every single wrong digit, and neighbours exchanged', () => {
    const right = '6222021402001234563';
    for (let at = 2; at < right.length; at += 1) {
      const wrong = String((Number(right[at]) + 1) % 10);
      expect(looksMistyped(right.slice(0, at) + wrong + right.slice(at + 1))).toBe(true);
    }
    expect(looksMistyped('6222021402001234536')).toBe(true);
  });

  it.each(['', '6222', '104012345678', '9559980010012345678', '62220214020012345630'])(
    'says nothing of %j, which is no such card',
    (number) => {
      expect(looksMistyped(number)).toBe(false);
    },
  );
});
