import { AppError } from '../../../shared/errors/app-error';
import { readIdCard } from '../../../shared/household/read-card.contracts';
import { operation } from '../../_core/operation';
import { readCardPhoto } from '../upload/read-card-photo';

/**
 * Reads name and number from a photo of an ID card.
 * Guarantees: the photo is deleted before the answer is given, whatever the answer is; nothing that was read is kept.
 * Reads: the upload; WeChat. Writes only the daily count of readings.
 * Errors: those of the contract. Source: domain R28, R32.
 */
export const readIdCardOperation = operation(readIdCard, async (context) => {
  const card = await readCardPhoto(context, (cards, jpeg) => cards.readIdCard(jpeg));
  if (!card) throw new AppError('CARD_UNREADABLE');
  return card;
});
