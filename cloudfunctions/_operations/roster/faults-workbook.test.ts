import { Readable } from 'node:stream';
import { rosterBatchId, type RosterFault } from '../../../shared/roster/roster.schema';
import { newFamily, planAt } from '../../_tools/testing/families';
import { acceptedRoster } from '../../_tools/testing/accepted-roster';
import { setStage, type Stage } from '../../_tools/testing/stage';
import { openSpreadsheet } from '../../_adapters/spreadsheet/read-spreadsheet';
import { writeFaults } from './faults-workbook';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
});
afterAll(() => stage.close());

/** As many as 26,250 rows have with four faults each. */
const RECORDS = 210;
const IN_RECORD = 500;
/** Records in one transaction, below the cloud's limit of 100 operations. */
const AT_A_TIME = 70;

const faultOf = (at: number): RosterFault => ({
  row: 2 + Math.floor(at / 4),
  column: `${'BCDE'.charAt(at % 4)} 列`,
  value: '',
  reason: '这一格是空的。',
  advice: '请填写。',
});

it('every fault comes back with its row and column, however many there are', async () => {
  const { workshop } = stage;
  const plan = await workshop.read.plans.get((await planAt(stage, newFamily())).id);
  if (!plan) throw new Error('no plan');
  const accepted = await acceptedRoster(workshop, { plan, families: [newFamily()] });
  const faults = RECORDS * IN_RECORD;
  const roster = { ...accepted, faultBatchCount: RECORDS, counts: { ...accepted.counts, faults } };
  for (let first = 1; first <= RECORDS; first += AT_A_TIME) {
    await workshop.write(async (tx) => {
      for (let number = first; number < first + AT_A_TIME; number += 1) {
        await tx.rosterFaults.put({
          id: rosterBatchId(roster.id, number),
          rosterId: roster.id,
          number,
          faults: Array.from({ length: IN_RECORD }, (_, at) => faultOf((number - 1) * IN_RECORD + at)),
        });
      }
    });
  }
  const bytes = await workshop.ports.files.read(await writeFaults(workshop, roster));
  const file = await openSpreadsheet(Readable.from([bytes]));
  let told = 0;
  let isInOrder = true;
  for await (const rows of file.sheets[0]?.rows() ?? []) {
    for (const { number, cells } of rows) {
      if (number === 1) continue;
      const { row, column } = faultOf(told);
      isInOrder &&= cells[0]?.text === String(row) && cells[1]?.text === column;
      told += 1;
    }
  }
  await file.close();
  expect([told, isInOrder]).toEqual([faults, true]);
});
