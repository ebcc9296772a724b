import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import { ROSTER_COLUMNS, templateFields, type RosterField } from '../../../shared/roster/columns';
import type { SponsorKind } from '../../../shared/roster/roster.schema';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { addDays } from '../../../shared/time/china-day';
import { writeSpreadsheet } from '../../_adapters/spreadsheet/write-spreadsheet';

/** A zip of parts as they are given, whatever they claim to be. */
export const zipOf = (parts: Readonly<Record<string, string | Buffer>>): Promise<Buffer> => {
  const zip = new ZipFile();
  for (const [name, text] of Object.entries(parts)) zip.addBuffer(Buffer.from(text), name);
  zip.end();
  return buffer(zip.outputStream);
};

/** A workbook around the XML of its sheets, as a program of other people might write it. */
export const rawWorkbook = (
  sheets: readonly { readonly xml: string; readonly state?: string }[],
  more: Readonly<Record<string, string | Buffer>> = {},
): Promise<Buffer> => {
  const listed = sheets.map(
    ({ state = 'visible' }, index) =>
      `<sheet name="S${String(index)}" sheetId="${String(index + 1)}" state="${state}" r:id="r${String(index)}"/>`,
  );
  const related = sheets.map(
    (_sheet, index) =>
      `<Relationship Id="r${String(index)}" Type="t" Target="worksheets/sheet${String(index)}.xml"/>`,
  );
  return zipOf({
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${listed.join('')}</sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships>${related.join('')}</Relationships>`,
    ...Object.fromEntries(
      sheets.map(({ xml }, index) => [`xl/worksheets/sheet${String(index)}.xml`, xml] as const),
    ),
    ...more,
  });
};

/** A person on a roster; what is left out is filled in as it should be. */
export type RosterPerson = Partial<Record<RosterField, string>>;

const PERSON: RosterPerson = {
  relation: '本人',
  township: '城关乡',
  village: '坪埠村',
  group: '二女结扎户',
};

/** The rows of a roster in the template's order. */
function* rosterCells(people: Iterable<RosterPerson>, kind: SponsorKind): Generator<string[]> {
  for (const person of people)
    yield templateFields(kind).map((field) => ({ ...PERSON, ...person })[field] ?? '');
}

/** A roster as an .xlsx with the template's header. */
export const rosterWorkbook = (
  people: Iterable<RosterPerson>,
  kind: SponsorKind = 'government',
): Promise<Buffer> =>
  writeSpreadsheet({
    name: '名单',
    columns: templateFields(kind).map((field) => ROSTER_COLUMNS[field]),
    rows: rosterCells(people, kind),
  });

/** A person who does not exist; the number tells them apart. */
const invented = (number: number, from: string): string =>
  idNumberFor(addDays(from, Math.floor(number / 900)), (number % 900) + 50);

const SURNAMES = '王李张刘陈杨黄赵周吴';
const nameOf = (number: number): string =>
  SURNAMES.charAt(number % 10) + String.fromCharCode(0x4e00 + (number % 2000), 0x5000 + (number % 3000));

/** People of invented households of three, one after the other: made as they are asked for. */
export function* inventedPeople(households: number): Generator<RosterPerson> {
  for (let number = 0; number < households; number += 1) {
    const household = `H${String(number + 1).padStart(6, '0')}`;
    const phone = `138${String(number % 100_000_000).padStart(8, '0')}`;
    yield { household, name: nameOf(number), idNumber: invented(number, '1970-01-01'), phone };
    const spouse = { household, name: nameOf(number + 1), relation: '配偶' };
    yield { ...spouse, idNumber: invented(number, '1980-01-01') };
    const child = invented(number, '2012-01-01');
    const relation = Number(child.charAt(16)) % 2 === 1 ? '儿子' : '女儿';
    yield { household, name: nameOf(number + 2), relation, idNumber: child };
  }
}
