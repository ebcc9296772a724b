import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { cellsOf, inParts, reasonOf, rowsOf, textsOf } from '../../_tools/testing/read-sheets';
import { inventedPeople, rawWorkbook, rosterWorkbook, zipOf } from '../../_tools/testing/workbooks';
import { openSpreadsheet } from './read-spreadsheet';
import { writeSpreadsheet } from './write-spreadsheet';

const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const workbook = (rows: string, more?: Record<string, string | Buffer>): Promise<Buffer> =>
  rawWorkbook([{ xml: sheet(rows) }], more);

describe('what a cell holds', () => {
  it('is shared, inline or rich text, without readings of the characters', async () => {
    const strings =
      '<sst><si><t>王建国</t></si><si><r><t>李</t></r><r><t>秀英</t></r><rPh><t>り</t></rPh></si><si><t>a_x000D_b</t></si></sst>';
    const row =
      '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>户</t></is></c>' +
      '<c r="E1" t="s"><v>2</v></c></row>';
    expect(await textsOf(await workbook(row, { 'xl/sharedStrings.xml': strings }))).toEqual([
      ['王建国', '李秀英', '', '户', 'a\rb'],
    ]);
  });

  it('loses nothing of a text of which a part is written as character data', async () => {
    const row = '<row><c t="inlineStr"><is><t><![CDATA[王]]>建国</t></is></c><c t="s"><v>0</v></c></row>';
    const strings = '<sst><si><t><![CDATA[<李>]]>秀英</t></si></sst>';
    expect(await textsOf(await workbook(row, { 'xl/sharedStrings.xml': strings }))).toEqual([
      ['王建国', '<李>秀英'],
    ]);
  });

  it('is found though a part’s name is written in another case than the one it is asked for by', async () => {
    const bytes = await zipOf({
      '[Content_Types].xml': '<Types/>',
      'xl/Workbook.xml': '<workbook><sheets><sheet name="a" r:id="r1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="r1" Target="worksheets/Sheet1.xml"/></Relationships>',
      'xl/worksheets/sheet1.xml': sheet('<row><c><v>1</v></c></row>'),
    });
    expect(await textsOf(bytes)).toEqual([['1']]);
  });

  it('keeps the digits of numbers, knows dates by their style, and takes no value of a formula', async () => {
    const styles =
      '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="yyyy&quot;年&quot;m"/></numFmts>' +
      '<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="170"/></cellXfs></styleSheet>';
    const row =
      '<row r="4"><c r="A4"><v>3.5042119790315E+17</v></c><c r="B4" s="1"><v>46024</v></c><c r="C4" s="2"><v>1</v></c>' +
      '<c r="D4"><f>1+1</f><v>2</v></c><c r="E4" t="str"><f>A1</f><v>x</v></c><c r="F4" t="e"><v>#N/A</v></c>' +
      '<c r="G4" t="b"><v>1</v></c></row>';
    const [read] = await rowsOf(await workbook(row, { 'xl/styles.xml': styles }));
    expect(read?.number).toBe(4);
    expect(read?.cells.map((cell) => [cell?.kind, cell?.text])).toEqual([
      ['number', '3.5042119790315E+17'],
      ['date', '46024'],
      ['date', '1'],
      ['formula', ''],
      ['formula', ''],
      ['error', '#N/A'],
      ['truth', '1'],
    ]);
  });

  it('has its place counted where the file does not say it, and none beyond the columns of a list', async () => {
    const rows = await rowsOf(
      await workbook(
        '<row><c t="inlineStr"><is><t>a</t></is></c><c><v>1</v></c><c r="XFD1"><v>9</v></c></row><row/>',
      ),
    );
    expect(rows.map(({ number, cells }) => [number, cells.length])).toEqual([
      [1, 2],
      [2, 0],
    ]);
  });

  it('is not looked at on hidden sheets', async () => {
    const bytes = await rawWorkbook([{ xml: sheet(''), state: 'hidden' }, { xml: sheet('') }]);
    const file = await openSpreadsheet(inParts(bytes));
    expect(file.sheets.map(({ name }) => name)).toEqual(['S1']);
    await file.close();
  });
});

describe('text with separated values', () => {
  const gbk = Buffer.from('d0d5c3fb2cd6a4bcfe0d0acdf5bda8b9fa2c31320d0a', 'hex');
  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFF姓名,证件\n王建国,12\n')],
    ['UTF-16', Buffer.from('\uFEFF姓名\t证件\n王建国\t12\n', 'utf16le')],
    ['UTF-16 without its mark', Buffer.from('姓名\t证件\n王建国\t12\n', 'utf16le')],
    ['UTF-16 with the high byte first', Buffer.from('\uFEFF姓名\t证件\n王建国\t12\n', 'utf16le').swap16()],
    ['the same without its mark', Buffer.from('姓名\t证件\n王建国\t12\n', 'utf16le').swap16()],
    ['semicolons', Buffer.from('姓名;证件\n王建国;12\n')],
    ['quotation marks', Buffer.from('"姓名","证件"\n"王建国",="12"\n')],
  ])('is read in %s', async (_what, bytes) => {
    expect(await textsOf(bytes)).toEqual([
      ['姓名', '证件'],
      ['王建国', '12'],
    ]);
  });

  it('is read in GBK', async () => {
    expect(await textsOf(gbk)).toEqual([
      ['姓名', '证件'],
      ['王建国', '12'],
    ]);
  });

  it('counts blank lines, and takes = for a formula', async () => {
    const rows = await rowsOf(Buffer.from('a,b\n\n=1+1,-3\n'));
    expect(rows.map(({ number, cells }) => [number, cells[0]?.kind])).toEqual([
      [1, 'text'],
      [2, undefined],
      [3, 'formula'],
    ]);
  });

  it('is told apart by the first line that is separated, below titles', async () => {
    expect(await textsOf(Buffer.from('必保户名单\n\n姓名\t证件\n王建国\t12\n'))).toEqual([
      ['必保户名单'],
      [''],
      ['姓名', '证件'],
      ['王建国', '12'],
    ]);
  });

  it('ends at a quotation mark that is never closed', async () => {
    expect(await reasonOf(Buffer.from(`a,"${'x,\n'.repeat(60_000)}`))).toBe('damaged');
  });
});

describe('a bomb goes off nowhere', () => {
  const zeros = (megabytes: number) => Buffer.alloc(megabytes * 1024 * 1024, ' ');
  const cases: [string, () => Promise<Buffer>][] = [
    ['a sheet of nothing but blanks', () => workbook(zeros(30).toString())],
    ['texts of nothing but blanks', () => workbook('<row/>', { 'xl/sharedStrings.xml': zeros(30) })],
    [
      'one cell written in more runs than a book has pages',
      () => {
        const noise = Array.from({ length: 100 }, (_, at) => (at * 2_654_435_761) % 1_000_003).join('');
        return workbook(`<row><c t="inlineStr"><is>${`<r><t>${noise}</t></r>`.repeat(80)}</is></c></row>`);
      },
    ],
    ['entities that grow', () => rawWorkbook([{ xml: '<!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>' }])],
    [
      'more parts than a workbook has',
      () => zipOf(Object.fromEntries(Array.from({ length: 2100 }, (_, at) => [`p${String(at)}`, '']))),
    ],
    [
      'one cell as large as a book',
      () => {
        const noise = Array.from({ length: 400_000 }, (_, at) => (at * 2_654_435_761) % 1_000_003).join('');
        return workbook(`<row><c t="inlineStr"><is><t>${noise}`);
      },
    ],
  ];
  it.each(cases)('%s', async (_what, bytes) => {
    expect(await reasonOf(await bytes())).toBe('bomb');
  });

  it('whose sheets are all one and the same part, each small enough alone', async () => {
    const noise = Array.from({ length: 80_000 }, (_, at) => `<c v="${String((at * 7_919) % 99_991)}"/>`);
    const small = Array.from({ length: 14 }, () => ({ xml: '' }));
    const bytes = await rawWorkbook([{ xml: sheet(noise.join('').repeat(45)) }, ...small]);
    // In the directory each sheet gets the sizes (from byte 16) and the place (from byte 42) of the first.
    const entryOf = (at: number) => bytes.lastIndexOf(`xl/worksheets/sheet${String(at)}.xml`) - 46;
    for (let at = 1; at <= small.length; at += 1) {
      bytes.copy(bytes, entryOf(at) + 16, entryOf(0) + 16, entryOf(0) + 28);
      bytes.copy(bytes, entryOf(at) + 42, entryOf(0) + 42, entryOf(0) + 46);
    }
    expect(await reasonOf(bytes)).toBe('bomb');
  });

  it('whose directory lies about the size is stopped while it inflates', async () => {
    const bytes = await workbook(zeros(30).toString());
    // The uncompressed size of the sheet stands in the directory as four bytes.
    const size = Buffer.alloc(4);
    size.writeUInt32LE(sheet(zeros(30).toString()).length);
    const at = bytes.lastIndexOf(size);
    bytes.writeUInt32LE(1000, at);
    expect(['damaged', 'bomb']).toContain(await reasonOf(bytes));
  });
});

it('a sheet of 30,000 rows arrives in small pieces, and can be left in its midst', async () => {
  const file = await openSpreadsheet(inParts(await rosterWorkbook(inventedPeople(10_000))));
  const pieces: number[] = [];
  for await (const rows of file.sheets[0]?.rows() ?? []) pieces.push(rows.length);
  expect(pieces.reduce((sum, piece) => sum + piece, 0)).toBe(30_001);
  expect(Math.max(...pieces)).toBeLessThan(1_000);
  for await (const rows of file.sheets[0]?.rows() ?? []) {
    expect(rows[0]?.number).toBe(1);
    break;
  }
  await file.close();
});

it('leaves nothing on disk, whatever came', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('spreadsheet-'));
  await rowsOf(await workbook('<row/>'));
  await reasonOf(Buffer.from('%PDF'));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('spreadsheet-'))).toEqual(before);
});

it('what is written can be read, and nothing in it is a formula, here or in a copy as .csv', async () => {
  const bytes = await writeSpreadsheet({
    name: '问题 <1>',
    columns: [
      { title: '甲', widthCharacters: 10 },
      { title: '乙', widthCharacters: 10, choices: ['本人', '配偶'] },
    ],
    rows: [
      ['=1+1', '+86'],
      ['-3', '@SUM(A1)'],
      ['\tx', '<&>"\u0001𠮷'],
    ],
  });
  expect(await cellsOf(bytes)).toEqual([
    [
      { kind: 'text', text: '甲' },
      { kind: 'text', text: '乙' },
    ],
    [
      { kind: 'text', text: "'=1+1" },
      { kind: 'text', text: "'+86" },
    ],
    [
      { kind: 'text', text: "'-3" },
      { kind: 'text', text: "'@SUM(A1)" },
    ],
    [
      { kind: 'text', text: "'\tx" },
      { kind: 'text', text: '<&>"𠮷' },
    ],
  ]);
});
