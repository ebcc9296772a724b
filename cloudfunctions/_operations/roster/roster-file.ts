import { AppError } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { readHeader, type RosterHeader } from '../../../shared/roster/columns';
import { readRow, type RosterRow } from '../../../shared/roster/read-row';
import type { SponsorKind } from '../../../shared/roster/roster.schema';
import { MAX_ROSTER_ROWS, startSurvey, type RosterSurvey } from '../../../shared/roster/survey';
import type { OpenSpreadsheet, Sheet } from '../../_core/ports/spreadsheet';

/** Rows of a sheet in which the header is looked for: titles and notes may stand above it. */
const HEADER_WITHIN_ROWS = 20;
/** Sheets whose names are told. */
const SHEETS_NAMED = 4;

/** The sheet of a file that holds a roster, and its columns. */
export interface RosterSheet {
  readonly sheet: Sheet;
  readonly header: RosterHeader;
  readonly headerRow: number;
}

const refused = (code: ErrorCode, message?: string): AppError =>
  new AppError(code, {
    ...(message === undefined ? {} : { message }),
    places: [{ path: 'fileId', code, ...(message === undefined ? {} : { message }) }],
  });

const headerOf = async (sheet: Sheet, kind: SponsorKind): Promise<RosterSheet | undefined> => {
  let looked = 0;
  for await (const rows of sheet.rows()) {
    for (const { number, cells } of rows) {
      if (looked === HEADER_WITHIN_ROWS) return undefined;
      looked += 1;
      const header = readHeader(
        Array.from(cells, (cell) => cell?.text),
        kind,
      );
      if (header) return { sheet, header, headerRow: number };
    }
  }
  return undefined;
};

const isWhole = ({ header }: RosterSheet): boolean => header.missing.length + header.repeated.length === 0;

const listsPeople = async (roster: RosterSheet): Promise<boolean> => {
  if (!roster.header.columns.has('name') || !roster.header.columns.has('idNumber')) return false;
  for await (const rows of rosterRows(roster)) if (rows.length > 0) return true;
  return false;
};

/** Throws ROSTER_SEVERAL when people stand on more than one sheet: none of them is left out unnoticed. */
const refuseSeveral = (listing: readonly RosterSheet[]): void => {
  if (listing.length < 2) return;
  const names = listing.slice(0, SHEETS_NAMED).map(({ sheet }) => `“${sheet.name}”`);
  const others = listing.length > SHEETS_NAMED ? '等' : '';
  throw refused(
    'ROSTER_SEVERAL',
    `文件里有 ${String(listing.length)} 张名单：${names.join('、')}${others}。一次只能传一张，请每张另存成一个文件，分别上传。`,
  );
};

/**
 * Finds the sheet that has every column, wherever its header stands; one with people before one without.
 * Throws ROSTER_SEVERAL, ROSTER_COLUMNS_MISSING with what the best of the others lacks, and what the port throws.
 */
export const findRoster = async (file: OpenSpreadsheet, kind: SponsorKind): Promise<RosterSheet> => {
  const found: RosterSheet[] = [];
  for (const sheet of file.sheets) {
    const roster = await headerOf(sheet, kind);
    if (roster) found.push(roster);
  }
  const whole = found.find(isWhole);
  if (whole && found.length === 1) return whole;
  if (whole) {
    const listing: RosterSheet[] = [];
    for (const roster of found) if (await listsPeople(roster)) listing.push(roster);
    refuseSeveral(listing);
    return listing.find(isWhole) ?? whole;
  }
  const [best] = found.sort((one, other) => one.header.missing.length - other.header.missing.length);
  if (!best) {
    throw refused('ROSTER_COLUMNS_MISSING', '没有找到表头。前 20 行里要有一行写着“姓名、证件号码”等列名。');
  }
  const { missing, repeated } = best.header;
  const words = [
    ...(missing.length > 0 ? [`缺少列：${missing.join('、')}`] : []),
    ...(repeated.length > 0 ? [`列重复了：${repeated.join('、')}`] : []),
  ];
  throw refused('ROSTER_COLUMNS_MISSING', `${words.join('；')}。请对照模板改好再传。`);
};

/** The rows of people below the header, some at a time. */
export async function* rosterRows({ sheet, header, headerRow }: RosterSheet): AsyncGenerator<RosterRow[]> {
  for await (const rows of sheet.rows()) {
    yield rows.flatMap(({ number, cells }) =>
      number > headerRow ? (readRow(header, number, cells) ?? []) : [],
    );
  }
}

/** Reads a roster once from end to end. Throws ROSTER_EMPTY, ROSTER_TOO_LONG, and what the port throws. */
export const surveyOf = async (roster: RosterSheet): Promise<RosterSurvey> => {
  const survey = startSurvey();
  let count = 0;
  for await (const rows of rosterRows(roster)) {
    count += rows.length;
    if (count > MAX_ROSTER_ROWS) throw refused('ROSTER_TOO_LONG');
    for (const row of rows) survey.take(row);
  }
  if (count === 0) throw refused('ROSTER_EMPTY');
  return survey.end();
};
