import { AppError } from '../../../shared/errors/app-error';
import { formatYuan } from '../../../shared/money/fen';
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

/** Throws TRANSFER_TOO_LITTLE, with what is missing, for money that does not cover every household. Source: domain R11. */
export const refuseTooLittle = (roster: Roster, amountFen: number): void => {
  if (amountFen >= roster.dueFen) return;
  const message = `名单要 ${formatYuan(roster.dueFen)} 元，还差 ${formatYuan(roster.dueFen - amountFen)} 元。请单位补齐后，按到账总额登记。`;
  throw new AppError('TRANSFER_TOO_LITTLE', {
    message,
    places: [{ path: 'amountFen', code: 'TRANSFER_TOO_LITTLE', message }],
  });
};
