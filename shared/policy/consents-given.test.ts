import { addYears } from '../time/china-day';
import { consentsGiven } from './consents-given';

const START = '2026-06-02';
const AT = Date.UTC(2026, 5, 1);

describe('who has consented when an order is placed', () => {
  it('is every adult who signed and every minor child of the buyer, and nobody else', () => {
    const members = [
      { relation: 'self', birthDay: '1979-03-15' },
      { relation: 'spouse', birthDay: '1981-08-02' },
      { relation: 'son', birthDay: addYears(START, -18) },
      { relation: 'daughter', birthDay: '2014-05-20' },
      { relation: 'daughtersSon', birthDay: '2020-05-20' },
    ] as const;
    expect(consentsGiven(members, [{ memberIndex: 0 }, { memberIndex: 4 }], START, AT)).toEqual([
      { at: AT, by: 'signature' },
      null,
      null,
      { at: AT, by: 'parent' },
      null,
    ]);
  });
});
