import { isInboxFile } from '../../../shared/claim/filing';
import { AppError } from '../../../shared/errors/app-error';
import { MAX_CARDS_A_DAY } from '../../../shared/household/read-card.contracts';
import { chinaDayOf } from '../../../shared/time/china-day';
import { deriveId } from '../../_core/ids';
import type { OperationContext, Workshop } from '../../_core/operation';
import { CardReaderUnavailable, type CardReaderPort } from '../../_core/ports/card-reader';
import { cleanPhoto } from './clean-photo';

type Context = OperationContext<{ readonly fileId: string }>;

/** Throws TOO_MANY_TRIES: readings cost money, and nobody has so many relatives. */
const countReading = async ({ write, ports, caller }: Context): Promise<void> => {
  const id = deriveId('try', 'card', caller.householdId, chinaDayOf(ports.clock.now()));
  await write(async (tx) => {
    const tries = await tx.tries.get(id);
    const count = (tries?.count ?? 0) + 1;
    if (count > MAX_CARDS_A_DAY) throw new AppError('TOO_MANY_TRIES');
    await (tries ? tx.tries.put({ id, count }) : tx.tries.create({ id, count }));
  });
};

/** One of the readings that WeChat offers. */
type Reading<T> = (cards: CardReaderPort, jpeg: Buffer) => Promise<T | undefined>;

const read = async <T>(
  { ports }: Pick<Workshop, 'ports'>,
  photo: Buffer,
  reading: Reading<T>,
): Promise<T | undefined> => {
  try {
    return await reading(ports.cards, photo);
  } catch (thrown) {
    if (!(thrown instanceof CardReaderUnavailable)) throw thrown;
    throw new AppError('UPSTREAM_UNAVAILABLE', { cause: thrown, message: '现在读不了照片，请先手填。' });
  }
};

/**
 * What stands on a card, from a photo in the inbox; undefined when it cannot be read. The photo is deleted before the
 * answer is given, whatever the answer is. Throws the errors of `readIdCard` and `readBankCard` but CARD_UNREADABLE.
 */
export const readCardPhoto = async <T>(context: Context, reading: Reading<T>): Promise<T | undefined> => {
  const { ports, input } = context;
  const { fileId } = input;
  if (!isInboxFile(fileId)) throw new AppError('PHOTO_MISSING');
  try {
    await countReading(context);
    const photo = await cleanPhoto(context, fileId);
    if (!photo.ok) throw new AppError(photo.fault.code, { message: photo.fault.message });
    return await read(context, photo.bytes, reading);
  } finally {
    await ports.files.remove([fileId]);
  }
};
