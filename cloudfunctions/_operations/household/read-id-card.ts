import { isInboxFile, MAX_PHOTO_BYTES } from '../../../shared/claim/filing';
import { AppError } from '../../../shared/errors/app-error';
import { MAX_CARDS_A_DAY, readIdCard } from '../../../shared/household/read-id-card.contract';
import { chinaDayOf } from '../../../shared/time/china-day';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import { operation, type Workshop } from '../../_core/operation';
import { CardReaderUnavailable, type ReadCard } from '../../_core/ports/card-reader';

/** Throws TOO_MANY_TRIES: readings cost money, and nobody has so many relatives. */
const countReading = async ({ write, ports }: Workshop, caller: Caller): Promise<void> => {
  const id = deriveId('try', 'card', caller.householdId, chinaDayOf(ports.clock.now()));
  await write(async (tx) => {
    const tries = await tx.tries.get(id);
    const count = (tries?.count ?? 0) + 1;
    if (count > MAX_CARDS_A_DAY) throw new AppError('TOO_MANY_TRIES');
    await (tries ? tx.tries.put({ id, count }) : tx.tries.create({ id, count }));
  });
};

const cardIn = async ({ ports }: Workshop, photo: Buffer): Promise<ReadCard> => {
  if (photo.length > MAX_PHOTO_BYTES) throw new AppError('PHOTO_TOO_LARGE');
  const cleaned = await ports.images.clean(photo);
  if (!cleaned) throw new AppError('PHOTO_NOT_IMAGE');
  try {
    const card = await ports.cards.readIdCard(cleaned.bytes);
    if (card) return card;
  } catch (thrown) {
    if (!(thrown instanceof CardReaderUnavailable)) throw thrown;
    throw new AppError('UPSTREAM_UNAVAILABLE', {
      cause: thrown,
      message: '现在读不了照片，请先手填姓名和身份证号。',
    });
  }
  throw new AppError('CARD_UNREADABLE');
};

/**
 * Reads name and number from a photo of an ID card.
 * Guarantees: the photo is deleted before the answer is given, whatever the answer is; nothing that was read is kept.
 * Reads: the upload; WeChat. Writes only the daily count of readings.
 * Errors: those of the contract. Source: domain R28, R32.
 */
export const readIdCardOperation = operation(readIdCard, async (context) => {
  const { input, caller, ports } = context;
  const { fileId } = input;
  if (!isInboxFile(fileId)) throw new AppError('PHOTO_MISSING');
  const photo = await ports.files.read(fileId);
  if (!photo) throw new AppError('PHOTO_MISSING');
  try {
    await countReading(context, caller);
    return await cardIn(context, photo);
  } finally {
    await ports.files.remove([fileId]);
  }
});
