import { readFileSync } from 'node:fs';
import path from 'node:path';
import { reasonOf, textsOf } from '../../_tools/testing/read-sheets';
import { rawWorkbook, zipOf } from '../../_tools/testing/workbooks';

const sheet = (rows: string): string => `<worksheet><sheetData>${rows}</sheetData></worksheet>`;
const workbook = (rows: string, more?: Record<string, string | Buffer>): Promise<Buffer> =>
  rawWorkbook([{ xml: sheet(rows) }], more);

describe('what is no spreadsheet is told by what it is, not by its name', () => {
  /** A compound file whose directory names streams. */
  const compound = (...streams: string[]) =>
    Buffer.concat([
      Buffer.from('d0cf11e0a1b11ae1', 'hex'),
      Buffer.alloc(504),
      ...streams.map((name) =>
        Buffer.concat([Buffer.from(name, 'utf16le'), Buffer.alloc(128)]).subarray(0, 128),
      ),
    ]);
  const cases: [string, string, () => Buffer | Promise<Buffer>][] = [
    ['nothing', 'empty', () => Buffer.alloc(0)],
    ['blanks', 'empty', () => Buffer.from(' \n\n')],
    ['an old binary workbook', 'oldExcel', () => compound('Workbook')],
    ['an encrypted workbook', 'encrypted', () => compound('EncryptedPackage')],
    ['a workbook with a program', 'macro', () => workbook('', { 'xl/vbaProject.bin': 'x' })],
    [
      'a workbook with a program under another name',
      'macro',
      () => workbook('', { 'xl/sub/VBAProject.BIN': 'x' }),
    ],
    [
      'a workbook with old macro sheets',
      'macro',
      () => workbook('', { 'xl/macrosheets/sheet7.xml': '<x/>' }),
    ],
    [
      'a workbook that is said to hold programs',
      'macro',
      () =>
        workbook('', {
          '[Content_Types].xml':
            '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>',
        }),
    ],
    [
      'a workbook with parts of a kind that holds programs',
      'macro',
      () =>
        workbook('', {
          'xl/Extra.BIN': 'x',
          '[Content_Types].xml':
            '<Types><Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/></Types>',
        }),
    ],
    ['a workbook in which a letter is embedded', 'oldExcel', () => compound('Workbook', 'WordDocument')],
    ['a compound file of no program that we know', 'otherKind', () => compound('Contents')],
    ['a PDF', 'pdf', () => Buffer.from('%PDF-1.7\n')],
    ['a picture', 'picture', () => Buffer.from('89504e470d0a1a0a0000', 'hex')],
    ['a letter in RTF', 'textDocument', () => Buffer.from('{\\rtf1\\ansi 姓名,证件}')],
    ['files packed together', 'archive', async () => zipOf({ '名单.xlsx': await workbook('<row/>') })],
    ['files packed by another program', 'archive', () => Buffer.from('526172211a0701003392', 'hex')],
    ['two bytes a character that are no text', 'otherKind', () => Buffer.from('0041000100420003', 'hex')],
    ['a program', 'otherKind', () => Buffer.from('4d5a900003', 'hex')],
    ['bytes', 'otherKind', () => Buffer.from([1, 2, 0, 4])],
    [
      'a letter of LibreOffice',
      'textDocument',
      () => zipOf({ mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<w/>' }),
    ],
    ['a web page called .xls', 'webPage', () => Buffer.from('\uFEFF <html><table><tr><td>姓名')],
    ['text of no encoding', 'encoding', () => Buffer.from('61ff2c80ff', 'hex')],
    ['half a zip', 'damaged', async () => (await workbook('<row/>')).subarray(0, 300)],
    ['XML that breaks off', 'damaged', () => rawWorkbook([{ xml: '<worksheet><sheetData><row>' }])],
    [
      'a sheet that is not there',
      'damaged',
      () => zipOf({ 'xl/workbook.xml': '<w xmlns:r="r"><sheet r:id="r9"/></w>' }),
    ],
    ['more than 20 MB', 'tooLarge', () => Buffer.alloc(20 * 1024 * 1024 + 1, 'a')],
  ];
  it.each(cases)('%s: %s', async (_what, reason, bytes) => {
    expect(await reasonOf(await bytes())).toBe(reason);
  });
});

/** The same two rows as SheetJS 0.18.5, docx 9 and compound-file writers of their own store them. */
describe('a file of another program', () => {
  const fileOf = (extension: string) => readFileSync(path.join(__dirname, 'fixtures', `roster.${extension}`));

  it.each([
    ['ods', 'openDocument'],
    ['fods', 'openDocument'],
    ['xls', 'oldExcel'],
    ['xlsb', 'binaryExcel'],
    ['xml', 'xmlTable'],
    ['numbers', 'appleDocument'],
    ['doc', 'textDocument'],
    ['docx', 'textDocument'],
    ['ppt', 'slides'],
  ])('.%s is known: %s', async (extension, reason) => {
    expect(await reasonOf(fileOf(extension))).toBe(reason);
  });

  it('.xlsx is read', async () => {
    const [header, person] = await textsOf(fileOf('xlsx'));
    expect(header?.slice(0, 3)).toEqual(['户号', '姓名', '证件号码']);
    expect(person?.slice(0, 3)).toEqual(['1', '罗大海', '350424198501020011']);
  });
});
