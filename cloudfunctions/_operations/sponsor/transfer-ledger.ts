import { AppError } from '../../../shared/errors/app-error';
import type { Roster } from '../../../shared/roster/roster.schema';
import type { WriteStores } from '../../_stores/stores';
import { deriveId } from '../../_core/ids';

/** One entry for one line of the county's bank statement: the same money never pays for two rosters. */
export const transferEntryId = ({ countyCode }: Pick<Roster, 'countyCode'>, reference: string): string =>
  deriveId('led', 'sponsorReceived', countyCode, reference.toUpperCase());

/** Throws TRANSFER_USED for a line of the statement that was confirmed for another roster. */
export const refuseUsedReference = async (
  tx: Pick<WriteStores, 'ledger'>,
  roster: Roster,
  reference: string,
): Promise<void> => {
  if (!(await tx.ledger.get(transferEntryId(roster, reference)))) return;
  throw new AppError('TRANSFER_USED', { places: [{ path: 'reference', code: 'TRANSFER_USED' }] });
};
