import { rosterBatchId, type Roster, type RosterFault } from '../../../shared/roster/roster.schema';
import type { ReadStores } from '../../_stores/stores';
import type { Ports } from '../../_core/ports/ports';

/** Records of faults in one read. */
const RECORDS_AT_A_TIME = 20;
/** A sheet holds 1,048,576 rows; what is beyond comes to light in the next check. */
const MOST_FAULTS = 1_000_000;

/** All faults of a roster in the file's order, some at a time. */
export async function* faultsOf(
  read: ReadStores,
  { id, faultBatchCount }: Pick<Roster, 'id' | 'faultBatchCount'>,
  recordsAtATime = RECORDS_AT_A_TIME,
): AsyncGenerator<readonly RosterFault[]> {
  for (let first = 1; first <= faultBatchCount; first += recordsAtATime) {
    const length = Math.min(recordsAtATime, faultBatchCount - first + 1);
    const ids = Array.from({ length }, (_, index) => rosterBatchId(id, first + index));
    const records = await read.rosterFaults.find({ where: { id: { in: ids } }, limit: length });
    const inOrder = [...records].sort((one, other) => one.number - other.number);
    yield inOrder.flatMap(({ faults }) => faults);
  }
}

async function* rowsOf(read: ReadStores, roster: Roster): AsyncGenerator<string[]> {
  let written = 0;
  for await (const faults of faultsOf(read, roster)) {
    for (const { row, column, value, reason, advice } of faults) {
      if (written === MOST_FAULTS) {
        yield [
          '',
          '',
          '',
          `还有 ${String(roster.counts.faults - written)} 处没有列出`,
          '请先改正上面的，再上传核对。',
        ];
        return;
      }
      written += 1;
      yield [String(row), column, value, reason, advice];
    }
  }
}

/** Writes the workbook of a roster's faults; personal values stand in it masked. Answers its file id. */
export const writeFaults = async (
  { read, ports }: { readonly read: ReadStores; readonly ports: Pick<Ports, 'files' | 'spreadsheets'> },
  roster: Roster,
): Promise<string> => {
  const bytes = await ports.spreadsheets.write({
    name: '名单问题',
    columns: [
      { title: '第几行', widthCharacters: 10 },
      { title: '哪一列', widthCharacters: 18 },
      { title: '填的内容（已遮盖）', widthCharacters: 26 },
      { title: '问题', widthCharacters: 48 },
      { title: '怎么办', widthCharacters: 56 },
    ],
    rows: rowsOf(read, roster),
  });
  return ports.files.write(`rosters/${roster.id}/faults.xlsx`, bytes);
};
