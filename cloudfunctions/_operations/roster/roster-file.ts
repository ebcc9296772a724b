import { AppError } from '../../../shared/errors/app-error';
import type { ErrorCode } from '../../../shared/errors/catalogue';
import { readHeader, type RosterHeader } from '../../../shared/roster/columns';
import { readRow, type RosterRow } from '../../../shared/roster/read-row';
import type { SponsorKind } from '../../../shared/roster/roster.schema';
import { MAX_ROSTER_ROWS, startSurvey, type RosterSurvey } from '../../../shared/roster/survey';
import type { OpenSpreadsheet, Sheet } from '../../_core/ports/spreadsheet';

/** Rows of a sheet in which the header is looked for: titles and notes may stand above it. */
const HEADER_WITHIN_ROWS = 20;

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

/**
 * Finds the first sheet that has every column, wherever its header stands.
 * Throws ROSTER_COLUMNS_MISSING with what the best of the others lacks, and what the port throws.
 */
export const findRoster = async (file: OpenSpreadsheet, kind: SponsorKind): Promise<RosterSheet> => {
  const found: RosterSheet[] = [];
  for (const sheet of file.sheets) {
    const roster = await headerOf(sheet, kind);
    if (roster && roster.header.missing.length + roster.header.repeated.length === 0) return roster;
    if (roster) found.push(roster);
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
