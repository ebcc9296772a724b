import type { Message } from '../../../shared/message/message.schema';
import type { EpochMs } from '../../../shared/time/china-day';
import type { Workshop } from '../../_core/operation';
import type { SubscribeOutcome } from '../../_core/ports/subscribe-messages';

/** Messages of one run: each is a call to WeChat, and the timer comes again soon. */
const MOST = 50;
/** After this many tries without an answer from WeChat the inbox alone keeps the message. */
const MAX_ATTEMPTS = 5;
/** A row that has been `sending` for so long belongs to a run that ended: no function lives longer. */
const SENDING_MS = 10 * 60_000;

/** What a run did, for the log. */
export interface Delivery {
  readonly sent: number;
  /** No permission, declined by WeChat, or given up. */
  readonly ended: number;
  /** To be tried again. */
  readonly waiting: number;
  /** Left over by a run that ended while WeChat's answer was outstanding. */
  readonly unknown: number;
}

/** Takes a waiting message for this run; undefined when another run has it. */
const take = ({ write }: Workshop, id: string, at: EpochMs): Promise<Message | undefined> =>
  write(async (tx) => {
    const message = await tx.messages.get(id);
    if (message?.delivery !== 'waiting') return undefined;
    const taken: Message = {
      ...message,
      delivery: 'sending',
      attempts: message.attempts + 1,
      triedAt: at,
    };
    await tx.messages.put(taken);
    return taken;
  });

const deliveryAfter = (outcome: SubscribeOutcome['outcome'], attempts: number): Message['delivery'] => {
  if (outcome !== 'failed') return outcome;
  return attempts < MAX_ATTEMPTS ? 'waiting' : 'failed';
};

/** Marks how a message that this run took has ended, whatever else happened to it meanwhile (it may have been read). */
const mark = ({ write }: Workshop, taken: Message, changes: Partial<Message>): Promise<void> =>
  write(async (tx) => {
    const message = await tx.messages.get(taken.id);
    if (message?.delivery !== 'sending' || message.attempts !== taken.attempts) return;
    await tx.messages.put({ ...message, ...changes });
  });

const sendOne = async (workshop: Workshop, id: string): Promise<Message['delivery'] | undefined> => {
  const { ports } = workshop;
  const taken = await take(workshop, id, ports.clock.now());
  if (!taken) return undefined;
  const { outcome } = await ports.messages.send({
    openid: taken.openid,
    template: taken.kind,
    page: taken.page,
    data: taken.fields ?? {},
  });
  const delivery = deliveryAfter(outcome, taken.attempts);
  await mark(workshop, taken, {
    delivery,
    deliveredAt: delivery === 'sent' ? ports.clock.now() : null,
  });
  return delivery;
};

/** Ends what an earlier run left outstanding. It may have arrived, so it is not sent again. */
const endLeftOvers = async (workshop: Workshop): Promise<number> => {
  const before = workshop.ports.clock.now() - SENDING_MS;
  const sending = await workshop.read.messages.find({
    where: { delivery: 'sending' },
    orderBy: [['createdAt', 'asc']],
    limit: MOST,
  });
  const left = sending.filter((message) => (message.triedAt ?? 0) < before);
  for (const message of left) await mark(workshop, message, { delivery: 'unknown' });
  return left.length;
};

/**
 * Hands waiting messages to WeChat, oldest first. The inbox is the truth; this is the second channel.
 * Guarantees: at most once. A row is taken in a transaction before WeChat is called, so two runs never send the same; a
 * run that dies between the call and the mark leaves it `sending`, which a later run ends as `unknown` and never
 * repeats, because one permission of the family is worth one message and a doubled one frightens. Only what WeChat
 * surely did not take is tried again, five times in all.
 * Reads and writes: messages, two transactions for each. Source: platform "Messages".
 */
export const sendMessages = async (workshop: Workshop): Promise<Delivery> => {
  const unknown = await endLeftOvers(workshop);
  const waiting = await workshop.read.messages.find({
    where: { delivery: 'waiting' },
    orderBy: [['createdAt', 'asc']],
    limit: MOST,
  });
  const endings: Message['delivery'][] = [];
  for (const message of waiting) {
    const ending = await sendOne(workshop, message.id);
    if (ending) endings.push(ending);
  }
  const count = (...deliveries: Message['delivery'][]): number =>
    endings.filter((ending) => deliveries.includes(ending)).length;
  return {
    sent: count('sent'),
    ended: count('refused', 'rejected', 'failed'),
    waiting: count('waiting'),
    unknown,
  };
};
