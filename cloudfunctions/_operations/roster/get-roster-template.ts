import { ROSTER_COLUMNS, templateFields } from '../../../shared/roster/columns';
import { getRosterTemplate } from '../../../shared/roster/roster.contracts';
import { operation } from '../../_core/operation';

/** A workbook with the columns of a roster and one example. Writes it to file storage, always the same. */
export const getRosterTemplateOperation = operation(getRosterTemplate, async ({ input, ports }) => {
  const columns = templateFields(input.kind).map((field) => ROSTER_COLUMNS[field]);
  const bytes = await ports.spreadsheets.write({
    name: '参保名单',
    columns,
    rows: [columns.map(({ example }) => example)],
  });
  const fileId = await ports.files.write(`rosters/template-${input.kind}.xlsx`, bytes);
  const [url] = await ports.files.temporaryUrls([fileId]);
  if (url === undefined) throw new Error('a file that was just written has no address');
  return { url };
});
