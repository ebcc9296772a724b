import { openAssistance } from '../../../shared/assistance/assistance.contracts';
import { assistanceEndOf, type Assistance } from '../../../shared/assistance/assistance.schema';
import { answerOf, whyNot } from '../../../shared/claim/answering';
import { claimableUnder } from '../../../shared/claim/claimed-cover';
import { tellingFaults } from '../../../shared/claim/filing';
import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError, refuseFaults, type Place } from '../../../shared/errors/app-error';
import type { Insured, Policy } from '../../../shared/policy/policy.schema';
import { instantAt, type EpochMs } from '../../../shared/time/china-day';
import { appendAudit } from '../../_core/audit';
import { deriveSecretId } from '../../_core/ids';
import { operation, type OperationContext } from '../../_core/operation';
import { ownPoliciesOf } from '../claim/answering-policies';
import { assistanceMessage } from '../message/assistance-messages';
import { countTry } from '../policy/already-insured';
import { policyIdInVillage } from '../policy/policy-in-village';
import { writeAssistanceLink } from './assistance-link';
import { toOpenedAssistance } from './assistance-views';

type Context = OperationContext<ParsedInputOf<typeof openAssistance>>;

/** Reports that one specialist may open in a day: each tells a family something. */
const MAX_OPENED_A_DAY = 30;

/** Why the policy does not answer on that day, as a family is told that asks; the family itself may have more cover. */
const dayWords = (policy: Policy, { personKey }: Insured, at: EpochMs): string =>
  `${whyNot(policy, personKey, at) ?? ''}他家里自己报案，会再查别处的保障。`;

/**
 * The person that is named, if everything that is filled in can be right. Judged by the household's own policies: what
 * somebody is insured under elsewhere is not for a specialist to learn. Source: domain R5, R14.
 */
const personToHelp = async (context: Context, policy: Policy): Promise<Insured> => {
  const { input, ports } = context;
  const person = policy.insured[input.personIndex];
  const at = instantAt(input.accidentDay, input.accidentTime);
  const own = person ? await ownPoliciesOf(context, policy.householdId, person) : [];
  const personKey = person?.personKey ?? '';
  const answering = own.filter((one) => answerOf(one, personKey, at) === 'answers');
  const faults = tellingFaults(
    policy,
    claimableUnder(answering, personKey, at),
    { ...input, voice: null },
    ports.clock.now(),
  );
  refuseFaults(
    faults.map((fault): Place => {
      const isThatDay = fault.code === 'NOT_COVERED_THAT_DAY' && person;
      return isThatDay ? { ...fault, message: dayWords(policy, person, at) } : fault;
    }),
  );
  if (!person) throw new AppError('PERSON_NOT_INSURED');
  return person;
};

const newAssistance = ({ caller, input }: Context, id: string, policy: Policy, at: EpochMs): Assistance => {
  const { kind, cause, accidentDay, accidentTime, place, description } = input;
  return {
    id,
    staffId: caller.staffId,
    regionCode: policy.regionCode,
    policyId: policy.id,
    personIndex: input.personIndex,
    personName: policy.insured[input.personIndex]?.name ?? '',
    report: { kind, cause, accidentDay, accidentTime, place, description },
    state: 'waiting',
    openedAt: at,
    expiresAt: assistanceEndOf(at),
    settledAt: null,
    claimId: null,
  };
};

/**
 * A specialist fills in a report for a family of the own village; nothing is filed by it.
 * Guarantees: one request id, one record; what cannot be right is told at its place and nothing is stored; the family is
 * told in its inbox, when it has one, in the same transaction.
 * Reads and writes: policies by number and household; assistances, messages, audit in one transaction; tries.
 * Errors: POLICY_NOT_FOUND (also another village's), TOO_MANY_TRIES, the filing errors of the contract.
 * Source: domain R29, R40.
 */
export const openAssistanceOperation = operation(openAssistance, async (context) => {
  const { input, caller, read, once, ports, vault } = context;
  const id = deriveSecretId(vault, 'ast', caller.openid, input.requestId);
  const policy = await read.policies.get(await policyIdInVillage(context));
  if (!policy) throw new AppError('POLICY_NOT_FOUND');
  await personToHelp(context, policy);
  if (!(await read.assistances.get(id))) {
    await countTry(context, caller, { of: 'assistance', most: MAX_OPENED_A_DAY });
  }
  const drawn = newAssistance(context, id, policy, ports.clock.now());
  const opened = await once(async (tx): Promise<Assistance> => {
    await tx.assistances.create(drawn);
    const message = assistanceMessage(drawn, policy, {
      helperName: caller.staffName ?? '',
      link: writeAssistanceLink(vault, id),
    });
    if (message) await tx.messages.create(message);
    await appendAudit(tx, {
      action: 'assistance.opened',
      record: drawn,
      actor: caller.staffId,
      at: drawn.openedAt,
      first: true,
    });
    return drawn;
  });
  return { assistance: toOpenedAssistance(context, opened, undefined) };
});
