import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';
import type { SheetToWrite } from '../../_core/ports/spreadsheet';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPES = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Style of every cell: text, so that long numbers keep their digits; of the header: bold on a tint. */
const TEXT_STYLE = 1;
const HEADER_STYLE = 2;
/** So much is handed on at a time: row by row, compressing takes several times as long. */
const PIECE_CHARACTERS = 64 * 1024;
/** Last row of a sheet. */
const LAST_ROW = 1_048_576;

const escaped = (text: string): string =>
  text
    // Characters that XML cannot carry.
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"]/g, (character) => `&#${String(character.charCodeAt(0))};`);

/**
 * Text that a program could take for a formula gets an apostrophe in front: the cell is text already, but a copy saved
 * as .csv is not. Source: OWASP "CSV Injection".
 */
const disarmed = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

const cellXml = (text: string, style: number): string =>
  `<c t="inlineStr" s="${String(style)}"><is><t xml:space="preserve">${escaped(disarmed(text))}</t></is></c>`;

const rowXml = (cells: readonly string[], style: number): string =>
  `<row>${cells.map((text) => cellXml(text, style)).join('')}</row>`;

const columnName = (index: number): string =>
  (index >= 26 ? columnName(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26));

const choicesXml = ({ columns }: SheetToWrite): string => {
  const lists = columns.flatMap(({ choices }, index) => {
    const name = columnName(index);
    return choices
      ? [
          `<dataValidation type="list" allowBlank="1" showErrorMessage="1" sqref="${name}2:${name}${String(LAST_ROW)}">` +
            `<formula1>${escaped(`"${choices.join(',')}"`)}</formula1></dataValidation>`,
        ]
      : [];
  });
  return lists.length === 0
    ? ''
    : `<dataValidations count="${String(lists.length)}">${lists.join('')}</dataValidations>`;
};

async function* sheetXml(sheet: SheetToWrite): AsyncGenerator<string> {
  const columns = sheet.columns.map(
    ({ widthCharacters }, index) =>
      `<col min="${String(index + 1)}" max="${String(index + 1)}" width="${String(widthCharacters)}" ` +
      `style="${String(TEXT_STYLE)}" customWidth="1"/>`,
  );
  yield (
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">` +
    `<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>` +
    `<cols>${columns.join('')}</cols><sheetData>`
  );
  yield rowXml(
    sheet.columns.map(({ title }) => title),
    HEADER_STYLE,
  );
  let rows = '';
  for await (const cells of sheet.rows) {
    rows += rowXml(cells, TEXT_STYLE);
    if (rows.length < PIECE_CHARACTERS) continue;
    yield rows;
    rows = '';
  }
  yield `${rows}</sheetData>${choicesXml(sheet)}</worksheet>`;
}

const STYLES =
  `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="等线"/></font>` +
  '<font><b/><sz val="11"/><name val="等线"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFE6F2EE"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf/>' +
  '<xf numFmtId="49" applyNumberFormat="1"/>' +
  '<xf numFmtId="49" fontId="1" fillId="2" applyNumberFormat="1" applyFont="1" applyFill="1"/></cellXfs></styleSheet>';

const partsOf = (name: string): Readonly<Record<string, string>> => ({
  '[Content_Types].xml':
    `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${TYPES}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${TYPES}.styles+xml"/>` +
    `<Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPES}.worksheet+xml"/></Types>`,
  '_rels/.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  'xl/workbook.xml':
    `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>` +
    `<sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels':
    `${HEAD}<Relationships xmlns="${RELATIONS}">` +
    `<Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
    `<Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  'xl/styles.xml': STYLES,
});

/** See `SpreadsheetPort.write`. The same rows give the same bytes. */
export const writeSpreadsheet = async (sheet: SheetToWrite): Promise<Buffer> => {
  const zip = new ZipFile();
  const options = { mtime: new Date(Date.UTC(2020, 0, 1)), forceDosTimestamp: true };
  for (const [name, text] of Object.entries(partsOf(sheet.name)))
    zip.addBuffer(Buffer.from(text), name, options);
  const rows = Readable.from(sheetXml(sheet), { objectMode: true, encoding: 'utf8' });
  const fault = new Promise<never>((_resolve, reject) => {
    rows.once('error', reject);
    zip.once('error', reject);
  });
  zip.addReadStream(rows, 'xl/worksheets/sheet1.xml', options);
  zip.end();
  return Promise.race([buffer(zip.outputStream), fault]);
};
