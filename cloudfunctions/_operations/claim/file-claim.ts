import { blocksAnother, type Accident } from '../../../shared/claim/accident.schema';
import type { Claim } from '../../../shared/claim/claim.schema';
import { fileClaim } from '../../../shared/claim/file-claim.contract';
import { filingFaults, normaliseAccountNumber } from '../../../shared/claim/filing';
import { promisedDay } from '../../../shared/claim/promise';
import { servicePromiseOf } from '../../../shared/claim/service-promise.config';
import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError, refuseFaults } from '../../../shared/errors/app-error';
import type { Policy } from '../../../shared/policy/policy.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { EMPTY_TALLY, type FigureEvent } from '../../../shared/report/figures';
import { chinaDayOf, instantAt, monthOf } from '../../../shared/time/china-day';
import type { WriteStores } from '../../_stores/stores';
import { appendAudit } from '../../_core/audit';
import { deriveId, deriveSecretId, readableNumber } from '../../_core/ids';
import { operation, type OperationContext } from '../../_core/operation';
import { claimProgressMessage } from '../message/claim-messages';
import { accidentIdOf } from './accident-of-claim';
import { claimViewOf } from './claim-views';
import { checkPhotos, inboxFaults, keepPhotos } from './keep-photos';

type Context = OperationContext<ParsedInputOf<typeof fileClaim>>;

const newClaim = (context: Context, id: string, policy: Policy, photos: Claim['photos']): Claim => {
  const { input, caller, ports } = context;
  const at = ports.clock.now();
  const countyCode = countyOf(policy.regionCode);
  const person = policy.insured[input.personIndex];
  if (!person) throw new AppError('PERSON_NOT_INSURED');
  return {
    id,
    number: readableNumber(policy.regionCode, chinaDayOf(at), id),
    householdId: caller.householdId,
    openid: caller.openid,
    regionCode: policy.regionCode,
    countyCode,
    policyId: policy.id,
    personKey: person.personKey,
    kind: input.kind,
    cause: input.cause,
    accidentAt: instantAt(input.accidentDay, input.accidentTime),
    place: input.place,
    description: input.description,
    personName: person.name,
    account: { ...input.account, number: normaliseAccountNumber(input.account.number) },
    photos,
    state: 'reported',
    version: 1,
    steps: [{ state: 'reported', at, by: { role: 'member', staffId: null }, reason: null }],
    complexity: 'clear',
    promise: promisedDay(ports.calendar, servicePromiseOf(countyCode), at, 'clear'),
    handlerId: null,
    assessorId: null,
    approverId: null,
    facts: null,
    statement: null,
    reportedAt: at,
    paidFen: 0,
    paidAt: null,
  };
};

/** Checks everything, then keeps the photos. A claim already filed under this request comes back as it is. */
const prepare = async (context: Context, id: string): Promise<Claim> => {
  const { input, caller, read, ports } = context;
  const filed = await read.claims.get(id);
  if (filed) return filed;
  const policy = await read.policies.get(input.policyId);
  if (policy?.householdId !== caller.householdId) throw new AppError('POLICY_NOT_FOUND');
  refuseFaults([...filingFaults(policy, input, ports.clock.now()), ...inboxFaults(input.photos)]);
  const checked = await checkPhotos(context, input.photos);
  if (checked.faults.length > 0) {
    // A double tap may have filed meanwhile and emptied the inbox under our hands: then its claim is the answer.
    const meanwhile = await read.claims.get(id);
    if (meanwhile) return meanwhile;
    refuseFaults(checked.faults);
  }
  const claim = newClaim(context, id, policy, []);
  const accident = await read.accidents.get(accidentIdOf(claim));
  await refuseSecondClaim(read, accident, claim);
  return { ...claim, photos: await keepPhotos(context, checked) };
};

/** One claim for each accident and kind: the earlier one stands unless it was withdrawn, refused, or paid (medical). */
const refuseSecondClaim = async (
  stores: Pick<OperationContext<unknown>['read'] | WriteStores, 'claims'>,
  accident: Accident | undefined,
  claim: Claim,
): Promise<void> => {
  const earlierId = accident?.claims[claim.kind];
  // Its own id: the other tap of a double tap was faster, and `once` gives its answer.
  const earlier = earlierId && earlierId !== claim.id ? await stores.claims.get(earlierId) : undefined;
  if (earlier && blocksAnother(claim.kind, earlier.state)) throw new AppError('CLAIM_ALREADY_FILED');
};

const NO_CLAIMS: Accident['claims'] = { medical: null, disability: null, death: null };

const store = async (tx: WriteStores, claim: Claim): Promise<Claim> => {
  const accidentId = accidentIdOf(claim);
  const accident = await tx.accidents.get(accidentId);
  await refuseSecondClaim(tx, accident, claim);
  const claims = { ...(accident?.claims ?? NO_CLAIMS), [claim.kind]: claim.id };
  await (accident
    ? tx.accidents.put({ ...accident, claims })
    : tx.accidents.create({ id: accidentId, policyId: claim.policyId, claims, deductibleBorneFen: 0 }));
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
 * Reports an accident for a person of the caller's policy.
 * Guarantees: one request id, one claim; one open claim for each accident and kind, also when two are filed at once;
 * photos are kept decoded and encoded anew, under their content's hash; when anything is wrong nothing is stored and
 * every fault is told at its place; covered or not is judged at the instant of the accident.
 * Reads and writes: policies, files; accidents, claims, audit, figure events, messages in one transaction. Photos are
 * stored before it (storing one again changes nothing), the inbox is emptied after it.
 * Errors: POLICY_NOT_FOUND (also another family's), the filing errors of the contract.
 */
export const fileClaimOperation = operation(fileClaim, async (context) => {
  const { input, caller, once, ports, vault } = context;
  const id = deriveSecretId(vault, 'clm', caller.openid, input.requestId);
  const prepared = await prepare(context, id);
  const claim = await once((tx) => store(tx, prepared));
  await ports.files.remove(input.photos).catch(() => {
    // The claim is filed; an upload left in the inbox is cleared by the bucket's life cycle, and must not look like a failure.
  });
  return { claim: await claimViewOf(context, claim) };
});
