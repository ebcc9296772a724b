import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import type { Reply } from '../../../shared/contract/contract';
import { checkRoster, getRoster, uploadRoster } from '../../../shared/roster/roster.contracts';
import { ROSTER_COLUMNS, templateFields } from '../../../shared/roster/columns';
import { MAX_ROSTER_ROWS } from '../../../shared/roster/survey';
import { COUNTY_MANAGER, WANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { planAt } from '../../_tools/testing/families';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { rawWorkbook } from '../../_tools/testing/workbooks';

/** Files that look like a roster and are none, or more than one. */

const MANAGER = COUNTY_MANAGER.openid;
let stage: Stage;
let plan: { id: string; priceFen: number };
beforeAll(async () => {
  stage = await setStage();
  plan = await planAt(stage, WANG);
});
afterAll(() => stage.close());

const send = async (bytes: Buffer): Promise<{ reply: Reply; fileId: string }> => {
  const name = `${randomBytes(6).toString('hex')}.xlsx`;
  const fileId = await stage.upload(name, bytes, MANAGER, 'rosters-inbox');
  const reply = await stage.call(
    uploadRoster,
    {
      fileId,
      fileName: '必保户.xlsx',
      planId: plan.id,
      sponsor: { kind: 'government', name: '明溪县财政局' },
      shareFen: plan.priceFen,
      campaignStartDay: null,
      requestId: requestIdForTest(),
    },
    MANAGER,
  );
  return { reply, fileId };
};
const countsOf = async (reply: Reply) => {
  if (!reply.ok) throw new Error(JSON.stringify(reply.error));
  const { roster } = uploadRoster.output.parse(reply.data);
  await stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
  return (await stage.ask(getRoster, { rosterId: roster.id }, MANAGER)).roster.counts;
};

const HEADER = templateFields('government').map((field) => ROSTER_COLUMNS[field].title);
let people = 0;
const person = (): string[] => {
  people += 1;
  const idNumber = idNumberFor('1985-01-02', people * 2 + 1, '350424');
  return [`户${String(people)}`, '罗大海', idNumber, '本人', '', '城关乡', '坪埠村', '二女结扎户'];
};
const rowXml = (cells: readonly string[]): string =>
  `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`).join('')}</row>`;
const sheetOf = (...rows: readonly (readonly string[])[]) => ({
  xml: `<worksheet><sheetData>${rows.map(rowXml).join('')}</sheetData></worksheet>`,
});

describe('two rosters in one file', () => {
  it('are refused by their names, and nothing of the file is kept', async () => {
    const { reply, fileId } = await send(
      await rawWorkbook([sheetOf(HEADER, person()), sheetOf(['说明']), sheetOf(HEADER, person())]),
    );
    expect(reply).toMatchObject({
      ok: false,
      error: {
        code: 'ROSTER_SEVERAL',
        message: '文件里有 2 张名单：“S0”、“S2”。一次只能传一张，请每张另存成一个文件，分别上传。',
        fields: [{ path: 'fileId' }],
      },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it('are refused also when the second lacks a column', async () => {
    const lacking = sheetOf(HEADER.slice(0, 4), person().slice(0, 4));
    const { reply } = await send(await rawWorkbook([sheetOf(HEADER, person()), lacking]));
    expect(reply).toMatchObject({ error: { code: 'ROSTER_SEVERAL' } });
  });

  it('are none when only one of the sheets lists people, wherever it stands', async () => {
    const { reply } = await send(
      await rawWorkbook([
        sheetOf(HEADER),
        sheetOf(HEADER, person()),
        sheetOf(['姓名', '村'], ['填户主', '村名']),
      ]),
    );
    expect(await countsOf(reply)).toMatchObject({ rows: 1, goodHouseholds: 1 });
  });

  it('one below the other in a sheet are one: the header that comes again is nobody', async () => {
    const { reply } = await send(await rawWorkbook([sheetOf(HEADER, person(), [], HEADER, person())]));
    expect(await countsOf(reply)).toMatchObject({ rows: 2, goodHouseholds: 2, faults: 0 });
  });
});

it('a roster of one row more than the most is refused whole', async () => {
  const row = ',罗大海,350424198501020011,本人,,城关乡,坪埠村,二女结扎户\n';
  const { reply, fileId } = await send(
    Buffer.from(`${HEADER.join(',')}\n${row.repeat(MAX_ROSTER_ROWS + 1)}`),
  );
  expect(reply).toMatchObject({
    error: { code: 'ROSTER_TOO_LONG', message: '名单超过 100,000 行，请分成几份上传。' },
  });
  expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
});

describe('a file of another program is refused for what it is, with what to do, and nothing of it is kept', () => {
  const fixtures = path.resolve(__dirname, '../../_adapters/spreadsheet/fixtures');
  it.each([
    ['ods', '这是 .ods 表格，请打开后另存为 .xlsx 或 .csv 再传。'],
    ['xls', '这是旧版表格（.xls），请打开后另存为“Excel 工作簿（.xlsx）”再传。'],
    ['xlsb', '这是 .xlsb 表格，请打开后另存为“Excel 工作簿（.xlsx）”再传。'],
    ['xml', '这是 .xml 表格，请打开后另存为“Excel 工作簿（.xlsx）”再传。'],
    ['numbers', '这是苹果电脑的 .numbers 表格，请打开后选“导出为 Excel”，传导出的 .xlsx。'],
    ['doc', '这是文字文档（.doc 一类），不是表格。请把名单复制到模板里再传。'],
    ['docx', '这是文字文档（.doc 一类），不是表格。请把名单复制到模板里再传。'],
    ['ppt', '这是演示文稿（.ppt 一类），不是表格。请把名单复制到模板里再传。'],
  ])('.%s', async (extension, message) => {
    const { reply, fileId } = await send(readFileSync(path.join(fixtures, `roster.${extension}`)));
    expect(reply).toMatchObject({
      ok: false,
      error: { code: 'ROSTER_FILE_UNREADABLE', message, fields: [{ path: 'fileId', message }] },
    });
    expect(await stage.workshop.ports.files.read(fileId)).toBeUndefined();
  });

  it('.pdf', async () => {
    const print = new PDFDocument();
    print.text('350424198501020011').end();
    const { reply } = await send(await buffer(print));
    expect(reply).toMatchObject({
      error: { message: '这是 PDF，不是表格。请上传原来的表格，或者下载模板填好再传。' },
    });
  });

  it('a workbook of another shape is told which row is looked for', async () => {
    const { reply } = await send(await rawWorkbook([sheetOf(['月份', '金额'], ['1月', '300'])]));
    expect(reply).toMatchObject({
      error: {
        code: 'ROSTER_COLUMNS_MISSING',
        message: '没有找到表头。前 20 行里要有一行写着“姓名、证件号码”等列名。',
      },
    });
  });
});

/** Each character of two bytes in GBK, by the character. */
const gbkBytes = new Map<string, number[]>();
for (let first = 0x81; first <= 0xfe; first += 1)
  for (let second = 0x40; second <= 0xfe; second += 1)
    gbkBytes.set(new TextDecoder('gbk').decode(new Uint8Array([first, second])), [first, second]);
const gbk = (text: string): Buffer =>
  Buffer.from(Array.from(text).flatMap((character) => gbkBytes.get(character) ?? [character.charCodeAt(0)]));

it.each<[string, (text: string) => Buffer]>([
  ['UTF-16 with the high byte first and no mark', (text) => Buffer.from(text, 'utf16le').swap16()],
  ['UTF-16 without a mark', (text) => Buffer.from(text, 'utf16le')],
  ['GBK', gbk],
])('a roster in %s is read to the last household', async (_encoding, encoded) => {
  const text = [HEADER, person(), person()].map((row) => row.join(',')).join('\r\n');
  const { reply } = await send(encoded(text));
  expect(await countsOf(reply)).toMatchObject({ rows: 2, goodHouseholds: 2, faults: 0 });
});
