import { z } from '../zod';
import { confirmedPage, keptPages, LONGEST_DRAFT_MS } from './confirmed-page';

const NOW = Date.UTC(2026, 5, 1, 4);
const page = { documentId: 'clauses', version: '2026.1', sha256: 'a'.repeat(64) };
const kept = (confirmedAt?: number) =>
  keptPages([{ ...page, ...(confirmedAt === undefined ? {} : { confirmedAt }) }], NOW)[0]?.confirmedAt;

describe('the moment at which a page was confirmed', () => {
  it('is what the phone tells, each page its own', () => {
    const moments = [NOW - 90_000, NOW - 60_000, NOW];
    const pages = moments.map((confirmedAt) => ({ ...page, confirmedAt }));
    expect(keptPages(pages, NOW)).toEqual(pages);
  });

  it('is not believed before a purchase can have begun, nor after its order', () => {
    expect(kept(NOW - LONGEST_DRAFT_MS)).toBe(NOW - LONGEST_DRAFT_MS);
    expect(kept(NOW - LONGEST_DRAFT_MS - 1)).toBeNull();
    expect(kept(NOW + 5 * 60_000)).toBe(NOW);
    expect(kept(NOW + 5 * 60_000 + 1)).toBeNull();
  });

  it('is unknown when nothing is told, or what is no moment; nobody is refused for a clock that is wrong', () => {
    expect(kept()).toBeNull();
    for (const told of [0, -1, 0.5, 9e15, 1.5e12]) {
      expect(kept(z.parse(confirmedPage, { ...page, confirmedAt: told }).confirmedAt)).toBeNull();
    }
  });
});
