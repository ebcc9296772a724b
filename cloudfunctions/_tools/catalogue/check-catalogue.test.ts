import { demoPlans } from '../demo/catalogue';
import { checkCatalogue, type CatalogueFault } from './check-catalogue';

const FILE = JSON.stringify(demoPlans(2026), null, 2);
const lineOf = (text: string, words: string): number => text.slice(0, text.indexOf(words)).split('\n').length;

/** The faults of the demo's file after one change of its text. */
const faultsAfter = (before: string | RegExp, after: string): readonly CatalogueFault[] => {
  const text = FILE.replace(before, after);
  expect(text).not.toBe(FILE);
  return checkCatalogue(text).faults;
};

it('takes the plans of the demo', () => {
  const { plans, faults } = checkCatalogue(FILE);
  expect(faults).toEqual([]);
  expect(plans).toEqual(demoPlans(2026));
});

it('names line and field of a figure of the wrong kind, and of every one', () => {
  const faults = faultsAfter(/"sumFen": \d+/, '"sumFen": "200000.00"');
  expect(faults).toEqual([
    {
      line: lineOf(FILE, '"sumFen"'),
      column: expect.any(Number) as number,
      field: '0.accident.sumFen',
      message: 'must be of type number',
    },
  ]);
  expect(faultsAfter(/"priceFen": \d+/g, '"priceFen": -1')).toHaveLength(2);
});

it.each<[string, string | RegExp, string, Partial<CatalogueFault>]>([
  ['a missing field', /\s*"hotline": "95519",/, '', { field: '0.insurer.hotline', message: 'is missing' }],
  [
    'an unknown field',
    '"year": 2026',
    '"year": 2026, "commission": 5',
    { field: '0', message: 'knows no field commission' },
  ],
  ['changed words under an old hash', /保谁/, '保全家', { field: '0.documents.0.sha256' }],
  ['an eleventh grade', /9000,/, '10000, 10000,', { field: '0.accident.disability.gradeRatios' }],
  [
    'renewal ages below entry ages',
    /"renewalMaxAgeYears": 70/,
    '"renewalMaxAgeYears": 60',
    { field: '0.renewalMaxAgeYears' },
  ],
  ['a price of nothing', /"priceFen": 10000/, '"priceFen": 0', { field: '0.priceFen' }],
  [
    'a plan that stands twice',
    /"id": "fj-mingxi-2026-family-accident-200"/,
    '"id": "fj-mingxi-2026-family-accident-100"',
    { field: '1.id' },
  ],
])('finds %s', (_what, before, after, fault) => {
  expect(faultsAfter(before, after)).toMatchObject([fault]);
});

it('finds a grade that pays more than the worse one', () => {
  expect(faultsAfter(/8000,/, '9500,')).toMatchObject([
    { field: '0.accident.disability.gradeRatios.2', message: 'grade 3 pays more than grade 2' },
  ]);
});

it('finds what is no list, and broken text at its line', () => {
  expect(checkCatalogue('{}').faults).toMatchObject([
    { field: '(file)', message: 'must be a list of plans' },
  ]);
  expect(checkCatalogue('[\n  {"id": "x"\n').faults[0]?.line).toBeGreaterThan(1);
  expect(checkCatalogue('').faults).toHaveLength(1);
});
