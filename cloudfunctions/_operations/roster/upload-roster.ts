import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError } from '../../../shared/errors/app-error';
import type { Plan } from '../../../shared/product/plan.schema';
import { uploadRoster } from '../../../shared/roster/roster.contracts';
import { moveRoster, type Roster } from '../../../shared/roster/roster.schema';
import { isRosterInboxFile } from '../../../shared/roster/inbox';
import { addYears, chinaDayOf } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { holdsRoleOn } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import { operation, type OperationContext } from '../../_core/operation';
import type { OpenSpreadsheet } from '../../_core/ports/spreadsheet';
import { planOf } from '../product/sale-plan';
import { findRoster, surveyOf } from './roster-file';
import { toRosterView } from './roster-views';
import { readingFile } from './unreadable-words';

type Context = OperationContext<ParsedInputOf<typeof uploadRoster>>;

/** Throws PLAN_UNKNOWN, ROSTER_SHARE_WRONG, ROSTER_START_WRONG. */
const planFor = async (context: Context): Promise<Plan> => {
  const { input, caller, ports } = context;
  const plan = await planOf(context, input.planId);
  if (!holdsRoleOn(caller, plan.regionCode, 'countyManager')) throw new AppError('PLAN_UNKNOWN');
  if (input.shareFen === 0 || input.shareFen > plan.priceFen) {
    throw new AppError('ROSTER_SHARE_WRONG', { places: [{ path: 'shareFen', code: 'ROSTER_SHARE_WRONG' }] });
  }
  const today = chinaDayOf(ports.clock.now());
  const start = input.campaignStartDay;
  if (start !== null && (start <= today || start > addYears(today, 1))) {
    throw new AppError('ROSTER_START_WRONG', {
      places: [{ path: 'campaignStartDay', code: 'ROSTER_START_WRONG' }],
    });
  }
  return plan;
};

/** A roster that nobody has looked at yet. */
const newRoster = (context: Context, plan: Plan, file: OpenSpreadsheet, rowsTotal: number): Roster => {
  const { input, caller, ports } = context;
  const at = ports.clock.now();
  return {
    id: deriveId(
      'ros',
      plan.regionCode,
      plan.id,
      input.sponsor.kind,
      input.sponsor.name,
      String(input.shareFen),
      input.campaignStartDay ?? '',
      file.sha256,
    ),
    countyCode: plan.regionCode,
    planId: plan.id,
    planVersion: plan.version,
    line: plan.line,
    year: plan.year,
    sponsor: input.sponsor,
    shareFen: input.shareFen,
    isFullGift: input.shareFen === plan.priceFen,
    campaignStartDay: input.campaignStartDay,
    fileName: input.fileName,
    fileSha256: file.sha256,
    fileId: null,
    uploadedBy: { staffId: caller.staffId, name: caller.staffName ?? '' },
    uploadedAt: at,
    state: 'checking',
    nextCheckAt: at,
    progress: { rowsDone: 0, rowsTotal, householdsDone: 0, at },
    counts: {
      rows: 0,
      households: 0,
      goodHouseholds: 0,
      goodPeople: 0,
      faultyRows: 0,
      faults: 0,
      insuredAlready: 0,
      doubleSubsidies: 0,
    },
    batchCount: 0,
    faultBatchCount: 0,
    premiumFen: 0,
    dueFen: 0,
    faultsFileId: null,
    decidedBy: null,
    decidedAt: null,
    transfer: null,
    issuing: { doneBatches: 0, issued: 0, pledged: 0, skipped: 0 },
    money: { pledgedFen: 0, usedFen: 0, returnedFen: 0 },
  };
};

interface StoredRoster {
  readonly roster: Roster;
  readonly isNew: boolean;
}

/** Stores the roster, or finds the one that is there; one that was refused begins anew. */
const storeRoster = async (context: Context, roster: Roster, isKnown: boolean): Promise<StoredRoster> =>
  context.once(async (tx) => {
    const known = await tx.rosters.get(roster.id);
    if (known && known.state !== 'refused') return { roster: known, isNew: false };
    // Another upload was refused while this one was read: its file is gone, and only a new call can keep it again.
    if (isKnown) throw new AppError('BUSY');
    const begun = known ? moveRoster(known, 'checking', roster) : roster;
    await (known ? tx.rosters.put(begun) : tx.rosters.create(begun));
    const { caller } = context;
    await appendAudit(tx, {
      action: 'roster.uploaded',
      record: begun,
      actor: caller.staffId,
      at: roster.uploadedAt,
      first: !known,
    });
    return { roster: begun, isNew: true };
  });

/** The file from its first byte to its last: what it is, that it holds a roster, and how many rows. */
const takeIn = async (context: Context, bytes: AsyncIterable<Uint8Array>, plan: Plan) => {
  const { input, ports, read } = context;
  const file = await readingFile(() => ports.spreadsheets.open(bytes));
  try {
    const { rowsTotal } = await readingFile(async () => surveyOf(await findRoster(file, input.sponsor.kind)));
    const roster = newRoster(context, plan, file, rowsTotal);
    const known = await read.rosters.get(roster.id);
    const isKnown = known !== undefined && known.state !== 'refused';
    const fileId = isKnown
      ? known.fileId
      : await ports.files.write(
          `rosters/${roster.id}/${String(roster.uploadedAt)}.${file.kind}`,
          await file.content(),
        );
    const stored = await storeRoster(context, { ...roster, fileId }, isKnown);
    // Another upload of the same file was first: its copy is kept, this one is not.
    if (fileId !== null && stored.roster.fileId !== fileId) await ports.files.remove([fileId]);
    return stored;
  } finally {
    await file.close();
  }
};

/**
 * Takes a roster in.
 * Guarantees: a file that is no roster is refused with the reason and leaves nothing behind; the same file for the same
 * plan, sponsor and share is the same roster, however often and by whomever it is sent; nothing of it is insured.
 * Reads and writes: plans; file storage; rosters, audit in one transaction. Source: domain R11, R29.
 * Errors: those of the contract.
 */
export const uploadRosterOperation = operation(uploadRoster, async (context) => {
  const { input, once, ports } = context;
  const plan = await planFor(context);
  const bytes = isRosterInboxFile(input.fileId) ? await ports.files.stream(input.fileId) : undefined;
  if (!bytes) {
    // A repeat comes after the inbox was emptied: it gets the first answer.
    const { roster, isNew } = await once<StoredRoster>(() => {
      throw new AppError('ROSTER_FILE_MISSING', {
        places: [{ path: 'fileId', code: 'ROSTER_FILE_MISSING' }],
      });
    });
    return { roster: toRosterView(roster, plan.name), isNew };
  }
  try {
    const { roster, isNew } = await takeIn(context, bytes, plan);
    await ports.files.remove([input.fileId]);
    return { roster: toRosterView(roster, plan.name), isNew };
  } catch (thrown) {
    // What is no roster is not kept; after a fault of ours the same request may come again.
    if (thrown instanceof AppError && thrown.category === 'invalid') await ports.files.remove([input.fileId]);
    throw thrown;
  }
});
