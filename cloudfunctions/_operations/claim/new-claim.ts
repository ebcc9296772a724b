import type { Claim } from '../../../shared/claim/claim.schema';
import { withClocks } from '../../../shared/claim/claim-clocks';
import type { fileClaim } from '../../../shared/claim/file-claim.contract';
import { normaliseAccountNumber } from '../../../shared/claim/payees';
import type { ParsedInputOf } from '../../../shared/contract/contract';
import { AppError } from '../../../shared/errors/app-error';
import type { Insured, Policy } from '../../../shared/policy/policy.schema';
import { countyOf } from '../../../shared/region/region.schema';
import { chinaDayOf, instantAt } from '../../../shared/time/china-day';
import { readableNumber } from '../../_core/ids';
import type { OperationContext } from '../../_core/operation';
import { momentOf } from './move-and-store';
import { FAMILY } from './own-claim';

type Context = Pick<OperationContext<ParsedInputOf<typeof fileClaim>>, 'input' | 'caller' | 'ports'>;

/** The payees as they are kept: account numbers plain, proofs by the content of the photo at that place of the input. */
export const payeesOf = (
  { payees }: Pick<Context['input'], 'payees'>,
  photos: readonly { readonly sha256: string }[],
): Claim['payees'] =>
  payees.map(({ relation, holder, number, bank, weight, proofPhoto }) => ({
    relation,
    account: { holder: holder.trim(), number: normaliseAccountNumber(number), bank },
    weight,
    proof: proofPhoto === null ? null : (photos[proofPhoto]?.sha256 ?? null),
  }));

/** Who and what a new claim is about. */
interface Reported {
  readonly id: string;
  readonly person: Insured;
  /** At least one, the family's own first. */
  readonly policies: readonly Policy[];
  readonly greenChannel: Claim['greenChannel'];
}

/** A claim as it begins: reported, its clocks running, nothing decided; papers and proofs are added when they are kept. */
export const newClaim = (context: Context, { id, person, policies, greenChannel }: Reported): Claim => {
  const { input, caller, ports } = context;
  const moment = momentOf(ports);
  const { at } = moment;
  const [policy] = policies;
  if (!policy) throw new AppError('NOT_COVERED_THAT_DAY');
  const claim: Claim = {
    id,
    number: readableNumber(policy.regionCode, chinaDayOf(at), id),
    householdId: caller.householdId,
    openid: caller.openid,
    regionCode: policy.regionCode,
    countyCode: countyOf(policy.regionCode),
    policyIds: policies.map((one) => one.id),
    personKey: person.personKey,
    kind: input.kind,
    cause: input.cause,
    accidentAt: instantAt(input.accidentDay, input.accidentTime),
    place: input.place,
    description: input.description,
    personName: person.name,
    payees: payeesOf(input, []),
    papers: [],
    voice: null,
    assistedBy: null,
    state: 'reported',
    version: 1,
    steps: [{ state: 'reported', at, by: FAMILY, reason: null }],
    complexity: 'clear',
    promise: { day: chinaDayOf(at), provisional: false },
    clockFrom: at,
    pauses: [],
    greenChannel,
    alarm: 'none',
    nextLookAt: null,
    turn: 'handler',
    queueKey: null,
    notices: [],
    noticeAllowed: null,
    handlerId: null,
    assessorId: null,
    pastAssessorIds: [],
    approverId: null,
    facts: null,
    marks: [],
    statement: null,
    drawn: null,
    advance: null,
    panel: null,
    objection: null,
    rating: null,
    reportedAt: at,
    orderedFen: 0,
    payoutIds: [],
    paidFen: 0,
    paidAt: null,
  };
  return withClocks(claim, moment.calendar, at);
};
