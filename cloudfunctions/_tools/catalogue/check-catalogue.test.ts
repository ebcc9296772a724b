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
  expect(faultsAfter(/"priceFen": \d+/g, '"priceFen": -1')).toHaveLength(4);
});

it.each<[string, string | RegExp, string, Partial<CatalogueFault>]>([
  ['a missing field', /\s*"hotline": "95519",/, '', { field: '0.insurer.hotline', message: 'is missing' }],
  [
    'an unknown field',
    '"year": 2026',
    '"year": 2026, "commission": 5',
    { field: '0.commission', message: 'is no field of a plan' },
  ],
  ['changed words under an old hash', /保谁/, '保全家', { field: '0.documents.2.sha256' }],
  ['an eleventh grade', /9000,/, '10000, 10000,', { field: '0.accident.disability.gradeRatios' }],
  [
    'renewal ages below entry ages',
    /"renewalMaxAgeYears": 70/,
    '"renewalMaxAgeYears": 60',
    { field: '0.renewalMaxAgeYears' },
  ],
  [
    'an unknown coverage',
    '"kind": "medical"',
    '"kind": "dental"',
    { field: '0.medical.kind', message: 'must be "medical"' },
  ],
  [
    'a coverage of a new name',
    '"allowance": null',
    '"dental": null, "allowance": null',
    { field: '0.dental' },
  ],
  [
    'an unknown standard',
    'JR/T 0083-2013",\n        "version',
    'JR/T 1999",\n        "version',
    { field: '0.accident.disability.standard' },
  ],
  [
    'a ratio above the whole',
    /"ratioAfterSocialInsurance": 9000/,
    '"ratioAfterSocialInsurance": 90000',
    { field: '0.medical.ratioAfterSocialInsurance', message: 'must be at most 10000' },
  ],
  [
    'half a fen',
    /"limitFen": 1200000/,
    '"limitFen": 1200000.5',
    { field: '0.medical.limitFen', message: 'must be a whole number' },
  ],
  ['a missing sum', /"sumFen": 20000000,\s*/, '', { field: '0.accident.sumFen', message: 'is missing' }],
  ['a sum of nothing', /"sumFen": 20000000/, '"sumFen": 0', { field: '0.accident.sumFen' }],
  ['a youngest age above the oldest', /"minAgeDays": 28/, '"minAgeDays": 28000', { field: '0.maxAgeYears' }],
  ['no copies', /"maxCopies": 1/, '"maxCopies": 0', { field: '0.maxCopies', message: 'must be at least 1' }],
  [
    'a list of diseases that is not there',
    '"diseasesDocumentId": "female-health-diseases"',
    '"diseasesDocumentId": "female-health-health"',
    { field: '2.illness.diseasesDocumentId' },
  ],
  [
    'a third sex',
    /"insuredSex": "any"/,
    '"insuredSex": "all"',
    { field: '0.insuredSex', message: 'must be "any" or "female" or "male"' },
  ],
  ['a price of nothing', /"priceFen": 10000/, '"priceFen": 0', { field: '0.priceFen' }],
  [
    'a plan that stands twice',
    /"id": "fj-mingxi-2026-family-accident-200"/,
    '"id": "fj-mingxi-2026-family-accident-100"',
    { field: '1.id' },
  ],
  [
    'an id that no purchase could name',
    /"id": "fj-mingxi-2026-family-accident-100"/,
    '"id": "Family Accident"',
    { field: '0.id' },
  ],
  [
    'a year with a digit too many',
    /"year": 2026/,
    '"year": 20260',
    { field: '0.year', message: 'must be a year from 2000 to 2099' },
  ],
  [
    'ages beyond any life',
    /"renewalMaxAgeYears": 70/,
    '"renewalMaxAgeYears": 700',
    { field: '0.renewalMaxAgeYears' },
  ],
  [
    'more members than a purchase takes',
    /"maxMembers": 8/,
    '"maxMembers": 80',
    { field: '0.maxMembers', message: 'is more than a purchase takes: at most 20' },
  ],
  [
    'a sum too small to split',
    /"sumFen": 20000000/,
    '"sumFen": 7',
    { field: '0.accident.sumFen', message: 'split over maxMembers leaves somebody without a fen' },
  ],
  [
    'a ratio in percent',
    /"ratioWithoutSocialInsurance": 8000/,
    '"ratioWithoutSocialInsurance": 80',
    {
      field: '0.medical.ratioWithoutSocialInsurance',
      message: 'is in basis points (10000 = 100 %): 80 % would be 8000',
    },
  ],
  [
    'a ratio with a fraction of a percent',
    /1000\s*\]/,
    '7.5]',
    {
      field: '0.accident.disability.gradeRatios.9',
      message: 'must be a whole number of basis points: 7.5 % is 750',
    },
  ],
  [
    'a worst grade that pays a part',
    /10000,\s*9000,/,
    '9500, 9000,',
    { field: '0.accident.disability.gradeRatios.0', message: 'grade 1 must pay the whole: 10000' },
  ],
  [
    'a statement without its clause',
    '"clause": "保障条款第四条"',
    '"clause": " "',
    { field: '0.medical.clause', message: 'must not be empty' },
  ],
  [
    'a hotline that nobody can dial',
    '"hotline": "95519"',
    '"hotline": "电话"',
    { field: '0.insurer.hotline' },
  ],
  ['a mark that turns the line', '"name": "家庭', '"name": "\u202E家庭', { field: '0.name' }],
  [
    'a second insurer in the county',
    /"name": "示例人寿[^"]*"(?![^]*"name": "示例人寿)/,
    '"name": "另一家保险公司"',
    { field: '3.insurer.name' },
  ],
])('finds %s', (_what, before, after, fault) => {
  expect(faultsAfter(before, after)).toMatchObject([fault]);
});

it('finds a grade that pays more than the worse one', () => {
  expect(faultsAfter(/8000,/, '9500,')).toMatchObject([
    { field: '0.accident.disability.gradeRatios.2', message: 'grade 3 pays more than grade 2' },
  ]);
});

it('finds every fault at once: one that hides its field hides none beside it', () => {
  const text = FILE.replace('"sumFen": 20000000', '"sumFen": "20 万"')
    .replace('8000,', '9500,')
    .replace('保谁', '保全家')
    .replace('"minAgeDays": 28', '"minAgeDays": -1');
  const { faults } = checkCatalogue(text);
  expect(faults.map(({ field }) => field)).toEqual([
    '0.accident.sumFen',
    '0.minAgeDays',
    '0.accident.disability.gradeRatios.2',
    '0.documents.2.sha256',
  ]);
  for (const { line, field } of faults) {
    const shown = text.split('\n')[line - 1] ?? '';
    expect([field, shown]).toEqual([
      field,
      expect.stringContaining({ '2': '9500' }[field.at(-1) ?? ''] ?? field.split('.').at(-1) ?? ''),
    ]);
  }
});

it('finds plans that cover nothing, and a family limit that is sold by the head', () => {
  expect(faultsAfter(/"illness": \{[^}]*\}/, '"illness": null')).toMatchObject([
    { field: '2.accident' },
    { field: '2.illness' },
  ]);
  expect(faultsAfter('"priceUnit": "household"', '"priceUnit": "person"')).toMatchObject([
    { field: '0.medical' },
  ]);
});

it('does not lose itself in a text that refers to itself', () => {
  const bomb = [
    '- &a [x, x]',
    ...Array.from(
      { length: 40 },
      (_, at) =>
        `- &b${at} [${Array.from({ length: 9 }, () => (at === 0 ? '*a' : `*b${at - 1}`)).join(', ')}]`,
    ),
  ];
  expect(checkCatalogue(bomb.join('\n')).faults).toHaveLength(1);
});

it('names a field that stands twice, and hides no other fault behind it', () => {
  const text = FILE.replace('"priceFen": 10000', '"priceFen": 10000,\n    "priceFen": 20000').replace(
    '"minAgeDays": 28',
    '"minAgeDays": -1',
  );
  expect(checkCatalogue(text).faults).toMatchObject([
    { line: lineOf(FILE, '"priceFen"') + 1, field: '0.priceFen', message: 'stands twice' },
    { line: lineOf(text, '"minAgeDays"'), field: '0.minAgeDays' },
  ]);
});

it('finds a page of a name that no buyer could confirm', () => {
  expect(faultsAfter('"id": "family-accident-100-minors"', '"id": "未成年人"')[0]).toMatchObject({
    field: '0.documents.1.id',
    message: 'must be made of letters, digits, dots, - and _',
  });
});

it('says where a file is no UTF-8, and refuses a list of nothing', () => {
  const inGbk = Buffer.from('[\n  {"name": "\xbc\xd2"}\n]', 'latin1').toString('utf8');
  expect(checkCatalogue(inGbk).faults).toEqual([
    { line: 2, column: 13, field: '(file)', message: 'is not UTF-8 from here on: save the file as UTF-8' },
  ]);
  expect(checkCatalogue('[]').faults).toMatchObject([{ line: 1, message: 'holds no plan' }]);
});

it('tells a broken text once a line, and a figure beyond all bounds once', () => {
  expect(checkCatalogue(FILE.slice(0, 5000)).faults).toHaveLength(1);
  expect(faultsAfter(/"priceFen": \d+/, '"priceFen": 1e20')).toMatchObject([
    { field: '0.priceFen', message: 'must be at most 10000000000' },
  ]);
});

it('finds what is no list, and broken text at its line', () => {
  expect(checkCatalogue('{}').faults).toMatchObject([
    { field: '(file)', message: 'must be a list of plans' },
  ]);
  expect(checkCatalogue('[\n  {"id": "x"\n').faults[0]?.line).toBeGreaterThan(1);
  expect(checkCatalogue('').faults).toHaveLength(1);
});
