import fc from 'fast-check';
import { SAMPLE_CLAIM } from '../testing/sample-claim';
import { askedPapers, namesMissing, noticesWith, openPapers, papersCame } from './asked-papers';
import type { AskedPaper } from './claim.schema';
import { paperKey } from './paper-key';
import { paperOf } from './papers';

const noticed = (papers: AskedPaper[], answeredAt: number | null = null) => ({
  notices: [{ at: 1, staffId: 'stf_one', papers, allowedBy: null, answeredAt }],
  pauses: [{ from: 1, until: null, reason: '等您补材料' }],
});
const anyMissing = fc.record({
  papers: fc.array(fc.constantFrom(...paperKey.options)),
  others: fc.array(fc.constantFrom('学校的证明', '医院发票', '医保结算单', '转诊单')),
});
const sha = fc.constantFrom('a', 'b', 'c', 'd');

describe('what is asked for', () => {
  it('is one list: standard papers as this claim calls them, then others by their names', () => {
    const asked = askedPapers(
      { kind: 'medical', cause: 'traffic' },
      { papers: ['policeReport'], others: ['转诊单'] },
    );
    expect(asked).toEqual([
      { paper: 'policeReport', called: '交警的事故认定书', photos: [] },
      { paper: null, called: '转诊单', photos: [] },
    ]);
  });

  it('holds everything, and nothing twice', () => {
    fc.assert(
      fc.property(anyMissing, (missing) => {
        const names = askedPapers(SAMPLE_CLAIM, missing).map(({ called }) => called);
        expect(new Set(names).size).toBe(names.length);
        const { kind, cause } = SAMPLE_CLAIM;
        const wanted = [...missing.papers.map((key) => paperOf(key, kind, cause).name), ...missing.others];
        expect(new Set(names)).toEqual(new Set(wanted));
      }),
    );
  });
});

describe('photos that come', () => {
  it('are counted at their places alone, in whatever order they come; nothing is missing once each place has one', () => {
    fc.assert(
      fc.property(
        anyMissing,
        fc.array(fc.record({ sha256: sha, place: fc.option(fc.nat(8)) }), { maxLength: 12 }),
        fc.nat(12),
        (missing, arrived, cut) => {
          const before = noticed(askedPapers(SAMPLE_CLAIM, missing));
          const at = { notices: noticesWith(before, arrived.slice(0, cut)) };
          const after = { notices: noticesWith(at, arrived.slice(cut)) };
          expect(after.notices).toEqual(noticesWith(before, arrived));
          const named = new Set(namesMissing(openPapers(after)));
          openPapers(after).forEach(({ called }, place) =>
            expect(named.has(called)).toBe(arrived.every((photo) => photo.place !== place)),
          );
        },
      ),
    );
  });

  it('change no notice that was answered', () => {
    const answered = noticed(askedPapers(SAMPLE_CLAIM, { papers: ['invoice'], others: [] }), 5);
    expect(noticesWith(answered, [{ sha256: 'a', place: 0 }])).toEqual(answered.notices);
    expect(openPapers(answered)).toEqual([]);
  });

  it('end the pause with the notice', () => {
    const open = noticed(askedPapers(SAMPLE_CLAIM, { papers: ['invoice'], others: [] }));
    expect(papersCame(open, 9)).toMatchObject({ notices: [{ answeredAt: 9 }], pauses: [{ until: 9 }] });
  });
});
