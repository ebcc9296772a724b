import type { CoverForPerson } from 'shared/claim/check-cover.contract';
import { EMPTY_BEFORE_FORM, faultsOf, figuresAsked, roughFigures, type BeforeForm } from './before-form';
import { beforeScreens } from './before-screens';

const none: CoverForPerson = { accident: null, medical: null, allowance: null, illness: null };
const withDays: CoverForPerson = {
  ...none,
  allowance: { perDayFen: 50_00, waitingDays: 3, maxDays: 90, daysLeft: 90 },
};
const medical: BeforeForm = {
  ...EMPTY_BEFORE_FORM,
  kind: 'medical',
  bill: '3860.5',
  social: 'yes',
  others: '１２００',
};

describe('rough figures', () => {
  it('are read as they were typed, full-width digits too', () => {
    expect(roughFigures(medical)).toEqual([
      { kind: 'medical', billFen: 386_050, afterSocialInsurance: true, paidByOthersFen: 120_000 },
    ]);
    expect(roughFigures({ ...medical, social: 'no', days: ' 10 ' })).toEqual([
      { kind: 'medical', billFen: 386_050, afterSocialInsurance: false, paidByOthersFen: 0 },
      { kind: 'allowance', days: 10 },
    ]);
    expect(roughFigures({ ...EMPTY_BEFORE_FORM, kind: 'disability', grade: '8' })).toEqual([
      { kind: 'disability', grade: 8 },
    ]);
  });

  it('are asked for as the kind and the covers need them', () => {
    expect(figuresAsked('medical', [none])).toEqual(['bill', 'social']);
    expect(figuresAsked('medical', [none, withDays])).toEqual(['bill', 'social', 'days']);
    expect(figuresAsked('death', [withDays])).toEqual([]);
  });

  it.each([
    ['a stay of no days, where days are all that is asked', { kind: 'allowance', days: '' }, 'days'],
    ['half a day', { kind: 'allowance', days: '1.5' }, 'days'],
    ['more days than a year', { kind: 'allowance', days: '367' }, 'days'],
    ['grade 0', { kind: 'disability', grade: '0' }, 'grade'],
    ['grade 11', { kind: 'disability', grade: '11' }, 'grade'],
  ] as const)('are refused for %s', (_what, change, field) => {
    const form: BeforeForm = { ...EMPTY_BEFORE_FORM, ...change };
    expect(Object.keys(faultsOf(form, ['days', 'grade']))).toContain(field);
  });

  it('may leave out the days of a bill without a stay', () => {
    expect(faultsOf(medical, ['bill', 'social', 'days'])).toEqual({});
  });
});

describe('the screens', () => {
  const known = { covers: [withDays], mayEstimate: true };

  it('lead from the day over cover and figures to estimate and papers', () => {
    expect(beforeScreens(medical, known, false)).toEqual([
      ['person', 'day'],
      ['answer', 'kind', 'cause'],
      ['bill', 'social', 'days'],
      ['estimate', 'papers'],
    ]);
  });

  it('ask one thing at a time in the elder edition', () => {
    expect(beforeScreens(medical, known, true).flat()).toEqual(beforeScreens(medical, known, false).flat());
    expect(beforeScreens(medical, known, true).every((parts) => parts.length === 1)).toBe(true);
  });

  it('end with the answer where nothing covers, and leave the estimate out where it may not be told', () => {
    expect(beforeScreens(medical, { covers: [], mayEstimate: true }, false)).toEqual([
      ['person', 'day'],
      ['answer'],
    ]);
    expect(beforeScreens(medical, { ...known, mayEstimate: false }, false)).toEqual([
      ['person', 'day'],
      ['answer', 'kind', 'cause'],
      ['papers'],
    ]);
  });

  it('do not ask an illness for the cause of an accident', () => {
    expect(beforeScreens({ ...medical, kind: 'illness' }, known, false)[1]).toEqual(['answer', 'kind']);
  });
});
