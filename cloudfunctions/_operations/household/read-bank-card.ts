import { isAccountNumber, normaliseAccountNumber } from '../../../shared/claim/payees';
import { AppError } from '../../../shared/errors/app-error';
import { readBankCard } from '../../../shared/household/read-card.contracts';
import { operation } from '../../_core/operation';
import { readCardPhoto } from '../upload/read-card-photo';

/**
 * Reads the number from a photo of a bank card.
 * Guarantees: the photo is deleted before the answer is given, whatever the answer is; nothing that was read is kept.
 * Reads: the upload; WeChat. Writes only the daily count of readings, one for all kinds of cards.
 * Errors: those of the contract. Source: domain R13, R32.
 */
export const readBankCardOperation = operation(readBankCard, async (context) => {
  const printed = await readCardPhoto(context, (cards, jpeg) => cards.readBankCard(jpeg));
  if (printed === undefined || !isAccountNumber(printed)) throw new AppError('BANK_CARD_UNREADABLE');
  return { number: normaliseAccountNumber(printed) };
});
