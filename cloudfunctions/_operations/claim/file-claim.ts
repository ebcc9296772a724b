import type { Assistance } from '../../../shared/assistance/assistance.schema';
import { decidedTogether } from '../../../shared/claim/answering';
import type { Claim } from '../../../shared/claim/claim.schema';
import { claimableUnder, concerns } from '../../../shared/claim/claimed-cover';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { filingFaults } from '../../../shared/claim/filing';
import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Insured, Policy } from '../../../shared/policy/policy.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, instantAt, monthOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId, deriveSecretId } from '../../_core/ids';
import { operation, type OperationContext } from '../../_core/operation';
import { claimProgressMessage } from '../message/claim-messages';
import { familysAssistance, refuseUnlessWaiting, settleAssistance } from '../assistance/own-assistance';
import { accidentIdOf } from './accident-of-claim';
import { answeringPolicies } from './answering-policies';
import { refuseSecondClaim, storeAccidents } from './claim-of-accident';
import { claimViewOf } from './claim-views';
import { marksOf } from './duplicates';
import { greenChannelAtFiling } from './green-channel-at-filing';
import { unchangedSince } from '../policy/own-policy';
import { checkPhotos, inboxFaults, keepPhotos } from './keep-photos';
import { checkNote, keepNote } from './keep-voice';
import { newClaim, payeesOf } from './new-claim';

type Context = OperationContext<ParsedInputOf<typeof fileClaim>>;

/** The person that a report names, and every policy that answers for them. Throws POLICY_NOT_FOUND and the filing errors. */
const answeringOf = async (context: Context): Promise<{ person: Insured; policies: Policy[] }> => {
  const { input, caller, read, ports } = context;
  const picked = await read.policies.get(input.policyId);
  if (picked?.householdId !== caller.householdId) throw new AppError('POLICY_NOT_FOUND');
  const person = picked.insured[input.personIndex];
  const at = instantAt(input.accidentDay, input.accidentTime);
  const found = person ? await answeringPolicies(context, caller.householdId, person, at) : [];
  const held = claimableUnder(found, person?.personKey ?? '', at);
  refuseFaults([...filingFaults(picked, held, input, ports.clock.now()), ...inboxFaults(input.photos)]);
  if (!person) throw new AppError('PERSON_NOT_INSURED');
  return {
    person,
    policies: decidedTogether(found.filter((policy) => concerns(policy, person.personKey, input.kind))),
  };
};

/** What a specialist filled in, if this report comes from it. Throws ASSISTANCE_NOT_FOUND, also for another family's. */
const assistanceOf = async (
  stores: Pick<Context['read'] | WriteStores, 'assistances' | 'policies'>,
  { input, caller }: Pick<Context, 'input' | 'caller'>,
): Promise<Assistance | undefined> =>
  input.assistanceId ? (await familysAssistance(stores, caller, input.assistanceId)).assistance : undefined;

/** A claim that is ready to be stored, and the policies it was checked against. */
interface Prepared {
  readonly claim: Claim;
  readonly seen: readonly Policy[];
}

const asFiled = (claim: Claim): Prepared => ({ claim, seen: [] });

/** Checks everything, then keeps the photos. A claim already filed under this request comes back as it is. */
const prepare = async (context: Context, id: string): Promise<Prepared> => {
  const { input, read, vault } = context;
  const filed = await read.claims.get(id);
  if (filed) return asFiled(filed);
  const assistance = await assistanceOf(read, context);
  // The other tap of a double tap was faster: its claim is the answer.
  const sent = assistance?.claimId === id ? await read.claims.get(id) : undefined;
  if (sent) return asFiled(sent);
  if (assistance) refuseUnlessWaiting(assistance, context.ports.clock.now());
  const { person, policies } = await answeringOf(context);
  const [checked, note] = [await checkPhotos(context, input.photos), await checkNote(context, input.voice)];
  const faults = [...checked.faults, ...note.faults];
  if (faults.length > 0) {
    // A double tap may have filed meanwhile and emptied the inbox under our hands: then its claim is the answer.
    const meanwhile = await read.claims.get(id);
    if (meanwhile) return asFiled(meanwhile);
    refuseFaults(faults);
  }
  const greenChannel = await greenChannelAtFiling(context, policies, person.personKey);
  const claim = newClaim(context, { id, person, policies, greenChannel });
  for (const policyId of claim.policyIds) {
    await refuseSecondClaim(read, await read.accidents.get(accidentIdOf(policyId, claim)), claim);
  }
  const papers = await keepPhotos(context, checked);
  const voice = await keepNote(context, note);
  const assistedBy = assistance?.staffId ?? null;
  const kept = { ...claim, papers, voice, payees: payeesOf(input, checked.photos), assistedBy };
  return { claim: { ...kept, marks: marksOf(vault, kept) }, seen: policies };
};

/** Each policy knows its claim from now on. Throws POLICY_CHANGED when one no longer stands as it was checked. Source: domain R3, R12. */
const storeWithPolicies = async (tx: WriteStores, { claim, seen }: Prepared): Promise<void> => {
  for (const checked of seen) {
    const policy = unchangedSince(checked, await tx.policies.get(checked.id));
    await tx.policies.put({ ...policy, claimIds: [...policy.claimIds, claim.id] });
  }
};

const store = async (tx: WriteStores, context: Context, prepared: Prepared): Promise<Claim> => {
  const { claim } = prepared;
  await storeWithPolicies(tx, prepared);
  await storeAccidents(tx, claim);
  const assistance = await assistanceOf(tx, context);
  if (assistance) {
    const { id: claimId, householdId: actor, reportedAt: at } = claim;
    await settleAssistance(tx, assistance, { state: 'confirmed', claimId, actor, at });
  }
  await tx.claims.create(claim);
  await tx.figureEvents.create(reportedEvent(claim));
  const message = claimProgressMessage(claim, claim.reportedAt);
  if (message) await tx.messages.create(message);
  await appendAudit(tx, {
    action: 'claim.reported',
    record: claim,
    actor: claim.householdId,
    at: claim.reportedAt,
    first: true,
  });
  return claim;
};

const reportedEvent = (claim: Claim): FigureEvent => ({
  id: deriveId('evt', 'claimReported', claim.id),
  kind: 'claimReported',
  subject: claim.id,
  regionCode: claim.regionCode,
  month: monthOf(chinaDayOf(claim.reportedAt)),
  at: claim.reportedAt,
  adds: { ...EMPTY_TALLY, claimsReported: 1 },
  folded: false,
});

/**
 * Reports an accident for a person of the caller's policy, under every policy that answers for them on that day.
 * Guarantees: one request id, one claim; one open claim for each accident and kind, also when two are filed at once;
 * of this and a change of its policies at the same moment (an end, a correction, a newborn) one is refused;
 * photos are kept decoded and encoded anew, under their content's hash; when anything is wrong nothing is stored and
 * every fault is told at its place; covered or not is judged at the instant of the accident; what a specialist filled in
 * is confirmed with it, once. Source: domain R40.
 * Reads and writes: policies, person covers, roster batches, files; policies, accidents, claims, assistances, audit, figure events, messages in one transaction. Photos are
 * stored before it (storing one again changes nothing), the inbox is emptied after it.
 * Errors: POLICY_NOT_FOUND (also another family's), the filing errors of the contract.
 */
export const fileClaimOperation = operation(fileClaim, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const id = deriveSecretId(vault, 'clm', caller.openid, input.requestId);
  const prepared = await prepare(context, id);
  const claim = await once((tx) => store(tx, context, prepared));
  await ports.files.remove([...input.photos, ...(input.voice === null ? [] : [input.voice])]).catch(() => {
    // The claim is filed; an upload left in the inbox is cleared by the bucket's life cycle, and must not look like a failure.
  });
  return { claim: await claimViewOf(context, claim) };
});
