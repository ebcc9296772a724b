import { AppError } from '../../../shared/errors/app-error';
import { maskName } from '../../../shared/identity/masking';
import { getConsent } from '../../../shared/policy/consent.contracts';
import { CONSENT_VERSION, consentWords } from '../../../shared/policy/consent-words';
import { coverPeriodFrom } from '../../../shared/policy/cover-period';
import { benefitOf, benefitsOf } from '../../../shared/product/benefits';
import type { Plan } from '../../../shared/product/plan.schema';
import { chinaDayOf, type EpochMs } from '../../../shared/time/china-day';
import { operation } from '../../_core/operation';
import { toOrderView } from '../order/order-views';
import { planOf } from '../product/sale-plan';
import { readConsentLink, refuseLink } from './consent-link';
import {
  askedPersons,
  consentRecordId,
  buyerNameOf,
  isAskingOver,
  standingOf,
  subjectOf,
  type Subject,
} from './consent-subject';
import { lastDayOf } from './policy-views';

/** Cover as it is, or as it will be if the order is paid now. */
const periodOf = (subject: Subject, plan: Plan, now: EpochMs) => {
  if (subject.of === 'policy') {
    return { startDay: chinaDayOf(subject.record.startAt), lastDay: lastDayOf(subject.record) };
  }
  const { startDay } = toOrderView(subject.record, plan, now);
  return { startDay, lastDay: lastDayOf(coverPeriodFrom(startDay)) };
};

/** The person's death and disability sum, as it is or will be on the policy. */
export const sumAskedFor = (subject: Subject, plan: Plan, personIndex: number): number => {
  if (subject.of === 'policy') return subject.record.insured[personIndex]?.accidentShareFen ?? 0;
  const { members, copies } = subject.record;
  return benefitOf(benefitsOf(plan, members.length, copies).persons, personIndex).accidentShareFen;
};

/**
 * What somebody with a link is asked. Names are masked: the link may have gone astray.
 * Reads: policies, orders, plans, consents. Writes nothing.
 * Errors: CONSENT_LINK_WRONG (also for no such record), CONSENT_LINK_EXPIRED, CONSENT_OVER. Source: domain R24, R26.
 */
export const getConsentOperation = operation(getConsent, async (context) => {
  const { read, input, vault, ports } = context;
  const now = ports.clock.now();
  const link = readConsentLink(input.link);
  const { subjectId, personIndex, until } = link;
  const subject = await subjectOf(read, subjectId);
  const asked = subject && askedPersons(subject).find((person) => person.personIndex === personIndex);
  if (!subject || !asked) throw new AppError('CONSENT_LINK_WRONG');
  refuseLink(vault, link, asked.member.idNumber, now);
  const standing = standingOf(asked, await read.consents.get(consentRecordId(subjectId, personIndex)));
  if (standing === 'awaited' && isAskingOver(subject, now)) throw new AppError('CONSENT_OVER');
  const plan = await planOf(context, subject.record.planId);
  const holderName = maskName(await buyerNameOf(read, subject));
  const personName = maskName(asked.member.name);
  const accidentShareFen = sumAskedFor(subject, plan, personIndex);
  return {
    kind: asked.kind,
    standing,
    holderName,
    personName,
    planName: plan.name,
    productName: plan.productName,
    filingNumber: plan.filingNumber,
    isSample: plan.isSample,
    insurer: plan.insurer,
    accidentShareFen,
    ...periodOf(subject, plan, now),
    words: consentWords(asked.kind, { holder: holderName, person: personName, accidentShareFen }),
    version: CONSENT_VERSION,
    until,
  };
});
