import { pagesToConfirm } from './sale-pages';
import type { DocumentKind } from './plan.schema';

const kinds: readonly DocumentKind[] = ['privacy', 'minors', 'clauses', 'exclusions', 'health'];
const documents = kinds.map((kind) => ({ kind }));
const asked = (birthDays: readonly string[], hasConsented = false): DocumentKind[] =>
  pagesToConfirm(documents, {
    members: birthDays.map((birthDay) => ({ birthDay })),
    startDay: '2026-06-01',
    hasConsented,
  }).map(({ kind }) => kind);

describe('pages to confirm', () => {
  it('are all of them for a family with a child under 14', () => {
    expect(asked(['1990-01-01', '2012-06-02'])).toEqual(kinds);
  });
  it('leave out a child`s data when the youngest turns 14 on the first day of cover', () => {
    expect(asked(['1990-01-01', '2012-06-01'])).toEqual(['privacy', 'clauses', 'exclusions', 'health']);
  });
  it('leave out both consents to data when they stand from before', () => {
    expect(asked(['1990-01-01', '2020-01-01'], true)).toEqual(['clauses', 'exclusions', 'health']);
  });
});
