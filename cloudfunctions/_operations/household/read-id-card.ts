import { AppError } from '../../../shared/errors/app-error';
import { readIdCard } from '../../../shared/household/read-card.contracts';
import { writtenName } from '../../../shared/contract/words';
import { normaliseIdNumber } from '../../../shared/identity/id-number';
import { operation } from '../../_core/operation';
import { readCardPhoto } from '../upload/read-card-photo';

/**
 * Reads name and number from a photo of an ID card.
 * Guarantees: the photo is deleted before the answer is given, whatever the answer is; nothing that was read is kept;
 * what could be read of the two is given as it would be kept, the other empty.
 * Reads: the upload; WeChat. Writes only the daily count of readings.
 * Errors: those of the contract. Source: domain R28, R32.
 */
export const readIdCardOperation = operation(readIdCard, async (context) => {
  const card = await readCardPhoto(context, (cards, jpeg) => cards.readIdCard(jpeg));
  const name = writtenName(card?.name ?? '');
  const idNumber = normaliseIdNumber(card?.idNumber ?? '');
  if (name === '' && idNumber === '') throw new AppError('CARD_UNREADABLE');
  return { name, idNumber };
});
