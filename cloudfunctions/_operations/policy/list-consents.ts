import { AppError } from '../../../shared/errors/app-error';
import { listConsents } from '../../../shared/policy/consent.contracts';
import { operation } from '../../_core/operation';
import { toOrderView } from '../order/order-views';
import { planOf } from '../product/sale-plan';
import { writeConsentLink } from './consent-link';
import {
  askedPersons,
  consentRecordId,
  isAskingOver,
  linkEndOf,
  standingOf,
  subjectOf,
} from './consent-subject';

/**
 * Whose consent the caller's own policy or order awaits, each with a link to be sent on; and how the order stands.
 * Reads: policies or orders, plans, consents. Writes nothing.
 * Errors: POLICY_NOT_FOUND, ORDER_NOT_FOUND (also another family's). Source: domain R26.
 */
export const listConsentsOperation = operation(listConsents, async (context) => {
  const { read, caller, input, vault, ports } = context;
  const { subjectId } = input;
  const subject = await subjectOf(read, subjectId);
  if (subject?.record.householdId !== caller.householdId) {
    throw new AppError(subjectId.startsWith('pol_') ? 'POLICY_NOT_FOUND' : 'ORDER_NOT_FOUND');
  }
  const now = ports.clock.now();
  const asked = askedPersons(subject);
  const ids = asked.map(({ personIndex }) => consentRecordId(subjectId, personIndex));
  const [plan, answers] = await Promise.all([
    planOf(context, subject.record.planId),
    ids.length === 0 ? [] : read.consents.find({ where: { id: { in: ids } }, limit: ids.length }),
  ]);
  const until = linkEndOf(subject, now);
  return {
    planName: plan.name,
    productName: plan.productName,
    filingNumber: plan.filingNumber,
    insurer: plan.insurer,
    order: subject.of === 'order' ? toOrderView(subject.record, plan, now) : null,
    persons: asked.map((person) => {
      const { personIndex, member, kind } = person;
      const standing = standingOf(
        person,
        answers.find((answer) => answer.personIndex === personIndex),
      );
      const isOpen = standing === 'awaited' && !isAskingOver(subject, now);
      const { idNumber, name } = member;
      return {
        personIndex,
        name,
        kind,
        standing,
        link: isOpen ? writeConsentLink(vault, { subjectId, personIndex, idNumber, until }) : null,
        until,
      };
    }),
  };
});
