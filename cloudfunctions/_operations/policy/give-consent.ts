import { AppError, type Place } from '../../../shared/errors/app-error';
import { MAX_TRIES_A_DAY } from '../../../shared/household/try-count';
import { isGrandchild } from '../../../shared/household/insurable-interest';
import { plainCharacters } from '../../../shared/contract/words';
import { giveConsent } from '../../../shared/policy/consent.contracts';
import type { ConsentRecord } from '../../../shared/policy/consent-record.schema';
import { CONSENT_VERSION } from '../../../shared/policy/consent-words';
import type { InputOf } from '../../../shared/contract/contract';
import { chinaDayOf, type EpochMs } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import type { Caller } from '../../_core/caller';
import { deriveId } from '../../_core/ids';
import { operation } from '../../_core/operation';
import { planOf } from '../product/sale-plan';
import { readConsentLink, refuseLink, type ReadLink } from './consent-link';
import { recordAnswer } from './record-consent';
import { sumAskedFor } from './get-consent';
import {
  askedPersons,
  consentRecordId,
  isAskingOver,
  subjectOf,
  type AskedPerson,
  type Subject,
} from './consent-subject';

type Input = InputOf<typeof giveConsent>;

/** What a try came to: the answer as it now stands, or how many tries are left today. */
type Tried = { readonly standing: 'agreed' | 'refused' } | { readonly triesLeft: number };

/** The policyholder answers for nobody but themselves and their own minor children. Source: domain R26. */
const refuseHolder = ({ record }: Subject, { member, kind }: AskedPerson, caller: Caller): void => {
  if (record.householdId !== caller.householdId || member.relation === 'self') return;
  if (kind === 'parent' && !isGrandchild(member)) return;
  throw new AppError('CONSENT_OWN_WECHAT');
};

/** One WeChat is one adult: whoever confirmed for one of the family cannot be another of it. */
const refuseSecondAdult = async (
  tx: WriteStores,
  subject: Subject,
  asked: AskedPerson,
  caller: Caller,
): Promise<void> => {
  if (asked.kind !== 'adult') return;
  const others = askedPersons(subject).filter(
    ({ kind, personIndex, consent }) => kind === 'adult' && consent && personIndex !== asked.personIndex,
  );
  for (const { personIndex } of others) {
    const record = await tx.consents.get(consentRecordId(subject.record.id, personIndex));
    if (record?.actor === caller.householdId) throw new AppError('CONSENT_OTHER_WECHAT');
  }
};

/** Counts a wrong try; answers how many are left. Throws TOO_MANY_TRIES before anything is compared. */
const compare = async (
  tx: WriteStores,
  { member }: AskedPerson,
  { name, lastFour }: Input,
  tryId: string,
): Promise<number | undefined> => {
  const tries = await tx.tries.get(tryId);
  const count = tries?.count ?? 0;
  if (count >= MAX_TRIES_A_DAY) throw new AppError('TOO_MANY_TRIES');
  const isRight =
    name === member.name && plainCharacters(lastFour).toUpperCase() === member.idNumber.slice(-4);
  if (isRight) return undefined;
  const next = { id: tryId, count: count + 1 };
  await (tries ? tx.tries.put(next) : tx.tries.create(next));
  return MAX_TRIES_A_DAY - next.count;
};

const askedBy = async (
  tx: WriteStores,
  { subjectId, personIndex }: ReadLink,
): Promise<{ subject: Subject; asked: AskedPerson }> => {
  const subject = await subjectOf(tx, subjectId);
  const asked = subject && askedPersons(subject).find((person) => person.personIndex === personIndex);
  if (!subject || !asked) throw new AppError('CONSENT_LINK_WRONG');
  return { subject, asked };
};

const refuseLate = async (
  tx: WriteStores,
  subject: Subject,
  { consent, personIndex }: AskedPerson,
  now: EpochMs,
): Promise<void> => {
  if (consent ?? (await tx.consents.get(consentRecordId(subject.record.id, personIndex)))) {
    throw new AppError('CONSENT_GIVEN');
  }
  if (isAskingOver(subject, now)) throw new AppError('CONSENT_OVER');
};

/**
 * An adult consents to the sum on their life, or a parent to a child's, in their own WeChat.
 * Guarantees: only who holds the link and knows name and number is believed, five tries a day for each person; never the
 * buyer for another adult, never one WeChat for two adults; one answer, recorded with who, when and which words, in the
 * same transaction as policy or order, audit and the message to the buyer. A parent's refusal closes the order.
 * Reads and writes: policies or orders, consents, tries, messages, audit; plans before it.
 * Errors: those of the contract. Source: domain R25, R26.
 */
export const giveConsentOperation = operation(giveConsent, async (context) => {
  const { input, caller, read, once, ports, vault } = context;
  const at = ports.clock.now();
  const link = readConsentLink(input.link);
  const found = await subjectOf(read, link.subjectId);
  if (!found) throw new AppError('CONSENT_LINK_WRONG');
  const plan = await planOf(context, found.record.planId);
  if (input.version !== CONSENT_VERSION) throw new AppError('CONSENT_CHANGED');
  const tryId = deriveId('try', link.subjectId, String(link.personIndex), chinaDayOf(at));

  const tried = await once(async (tx): Promise<Tried> => {
    const { subject, asked } = await askedBy(tx, link);
    refuseLink(vault, link, asked.member.idNumber, at);
    await refuseLate(tx, subject, asked, at);
    if (input.answer === 'refused' && subject.of === 'policy') throw new AppError('CONSENT_NO_REFUSAL');
    refuseHolder(subject, asked, caller);
    const triesLeft = await compare(tx, asked, input, tryId);
    if (triesLeft !== undefined) return { triesLeft };
    await refuseSecondAdult(tx, subject, asked, caller);
    const record: ConsentRecord = {
      id: consentRecordId(link.subjectId, link.personIndex),
      subjectId: link.subjectId,
      personIndex: link.personIndex,
      kind: asked.kind,
      answer: input.answer,
      actor: caller.householdId,
      version: input.version,
      planId: plan.id,
      planVersion: subject.record.planVersion,
      accidentShareFen: sumAskedFor(subject, plan, link.personIndex),
      at,
    };
    await recordAnswer(tx, subject, asked, record);
    return { standing: input.answer };
  });
  if ('standing' in tried) return tried;
  const message = `姓名或证件号后 4 位对不上，请核对。今天还能试 ${String(tried.triesLeft)} 次。`;
  const places = (['name', 'lastFour'] as const).map((path): Place => ({
    path,
    code: 'CONSENT_PERSON_WRONG',
    message,
  }));
  throw new AppError('CONSENT_PERSON_WRONG', { message, places });
});
