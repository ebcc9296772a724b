import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { InputOf, OutputOf, Reply } from '../../../shared/contract/contract';
import type { Plan } from '../../../shared/product/plan.schema';
import { checkRoster, getRoster, uploadRoster } from '../../../shared/roster/roster.contracts';
import type { Roster, RosterBatch } from '../../../shared/roster/roster.schema';
import { COUNTY_MANAGER } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { openSpreadsheet } from '../../_adapters/spreadsheet/read-spreadsheet';
import type { SheetRow } from '../../_core/ports/spreadsheet';
import { requestIdForTest, type Stage } from './stage';
import { rosterWorkbook, type RosterPerson } from './workbooks';

/** Who uploads rosters. */
export const MANAGER = COUNTY_MANAGER.openid;
const TREASURY = { kind: 'government', name: '明溪县财政局' } as const;

/** What of an upload a test says itself. */
type Asked = Partial<InputOf<typeof uploadRoster>>;

let families = 0;
/** A couple and their daughter whom nobody has met before. */
export const family = (): [RosterPerson, RosterPerson, RosterPerson] => {
  families += 1;
  const household = `户${String(families)}`;
  const born = (day: string, odd: number) => idNumberFor(day, families * 2 + odd, '350424');
  return [
    { household, name: '罗大海', idNumber: born('1985-01-02', 1), phone: '13850801111' },
    { household, name: '邱小兰', idNumber: born('1987-03-04', 0), relation: '配偶' },
    { household, name: '罗小月', idNumber: born('2015-05-06', 0), relation: '女儿' },
  ];
};

/** The rows of a workbook that the cloud made, as texts. */
export const readBack = async (url: string): Promise<string[][]> => {
  const file = await openSpreadsheet(Readable.from([Buffer.from(await (await fetch(url)).arrayBuffer())]));
  const rows: SheetRow[] = [];
  for await (const some of file.sheets[0]?.rows() ?? []) rows.push(...some);
  await file.close();
  return rows.map(({ cells }) => Array.from(cells, (cell) => cell?.text ?? ''));
};

/** A county's manager who uploads rosters of one plan on one stage. */
export class RosterOffice {
  constructor(
    private readonly stage: Stage,
    readonly plan: Pick<Plan, 'id' | 'priceFen'>,
  ) {}

  /** Puts a file into the inbox; answers its id. */
  put(bytes: Buffer, name = 'roster.xlsx'): Promise<string> {
    return this.stage.upload(`${randomBytes(6).toString('hex')}-${name}`, bytes, MANAGER, 'rosters-inbox');
  }

  inputFor(fileId: string, asked: Asked = {}): InputOf<typeof uploadRoster> {
    return {
      fileId,
      fileName: '必保户.xlsx',
      planId: this.plan.id,
      sponsor: TREASURY,
      shareFen: this.plan.priceFen,
      campaignStartDay: null,
      requestId: requestIdForTest(),
      ...asked,
    };
  }

  async upload(bytes: Buffer, asked: Asked = {}): Promise<OutputOf<typeof uploadRoster>> {
    return this.stage.ask(uploadRoster, this.inputFor(await this.put(bytes), asked), MANAGER);
  }

  /** The answer to an upload, whatever it is. */
  async refusal(bytes: Buffer, asked: Asked = {}): Promise<Reply> {
    return this.stage.call(uploadRoster, this.inputFor(await this.put(bytes), asked), MANAGER);
  }

  /** A roster that is uploaded and checked. */
  async checked(people: readonly RosterPerson[], asked: Asked = {}): Promise<OutputOf<typeof getRoster>> {
    const kind = asked.sponsor?.kind ?? 'government';
    const { roster } = await this.upload(await rosterWorkbook(people, kind), asked);
    await this.stage.ask(checkRoster, { rosterId: roster.id }, MANAGER);
    return this.stage.ask(getRoster, { rosterId: roster.id }, MANAGER);
  }

  async stored(rosterId: string): Promise<Roster> {
    const roster = await this.stage.workshop.read.rosters.get(rosterId);
    if (!roster) throw new Error('no such roster');
    return roster;
  }

  async batchesOf(roster: Pick<Roster, 'id' | 'batchCount'>): Promise<RosterBatch[]> {
    const batches = await this.stage.workshop.read.rosterBatches.find({
      where: { rosterId: roster.id },
      orderBy: [['number', 'asc']],
      limit: 100,
    });
    return batches.filter(({ number }) => number <= roster.batchCount);
  }
}
