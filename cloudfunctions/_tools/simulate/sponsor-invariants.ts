import { sumOf } from '../../../shared/money/fen';
import type { LedgerEntry } from '../../../shared/money/ledger.schema';
import type { Policy } from '../../../shared/policy/policy.schema';
import type { Roster, RosterBatch } from '../../../shared/roster/roster.schema';
import type { Sponsorship } from '../../../shared/sponsor/sponsorship.schema';

/** What is stored of money that others than the families pay. */
export interface SponsorBooks {
  readonly policies: readonly Policy[];
  readonly rosters: readonly Roster[];
  readonly rosterBatches: readonly RosterBatch[];
  readonly sponsorships: readonly Sponsorship[];
  readonly ledger: readonly LedgerEntry[];
}

const balance = (ledger: readonly LedgerEntry[], account: 'bank' | 'sponsor'): number =>
  sumOf(ledger.flatMap(({ rows }) => rows.map((row) => (row.account === account ? row.amountFen : 0))));

const sponsoredBy = (payers: readonly Policy['payers'][number][]): number =>
  sumOf(payers.map(({ sponsorId, amountFen }) => (sponsorId === null ? 0 : amountFen)));

/** What sponsors paid of the policies, and what cancellations gave them back. */
const usedAndReturned = (policies: readonly Policy[]): { usedFen: number; returnedFen: number } => ({
  usedFen: sumOf(policies.map(({ payers }) => sponsoredBy(payers))),
  returnedFen: sumOf(policies.map(({ cancellation }) => sponsoredBy(cancellation?.shares ?? []))),
});

/** Every household of a roster has one outcome; an issued one has one policy, and no policy comes from elsewhere. */
const outcomeFaults = ({ rosters, rosterBatches, policies }: SponsorBooks): string[] => {
  const outcomes = rosterBatches.flatMap((batch) => batch.outcomes);
  const issued = outcomes.flatMap((outcome) => (outcome?.kind === 'issued' ? [outcome.policyId] : []));
  const gifts = policies.filter(({ giftKey }) => giftKey !== null).map(({ id }) => id);
  const faults = rosters
    .filter(({ state }) => state !== 'issued')
    .map(({ id, state }) => `${id} is ${state} and waits for ever`);
  if (outcomes.includes(null)) faults.push('a household of a roster has no outcome');
  if ([...issued].sort().join() !== [...gifts].sort().join())
    faults.push(`${String(issued.length)} households were issued, ${String(gifts.length)} gifts are there`);
  return faults;
};

/** What a roster says of its money is what its shares and policies say; the ledger agrees; nothing is spent twice. */
const moneyFaults = ({ rosters, policies, sponsorships, ledger }: SponsorBooks): string[] => {
  const { usedFen, returnedFen } = usedAndReturned(policies);
  const totals = (of: (money: Roster['money']) => number): number =>
    sumOf(rosters.map(({ money }) => of(money)));
  const shares = sponsorships.flatMap((sponsorship) => sponsorship.shares);
  const pledgedFen = sumOf(shares.map(({ state, shareFen }) => (state === 'pledged' ? shareFen : 0)));
  const receivedFen = sumOf(
    rosters.map(({ transfer }) =>
      transfer !== null && transfer.confirmedAt !== null ? transfer.amountFen : 0,
    ),
  );
  const pairs: readonly (readonly [what: string, one: number, other: number])[] = [
    ['used by the rosters and by the policies', totals((money) => money.usedFen), usedFen],
    ['returned to the rosters and by the cancellations', totals((money) => money.returnedFen), returnedFen],
    ['pledged by the rosters and by the shares', totals((money) => money.pledgedFen), pledgedFen],
    ['received and booked at the bank', receivedFen, balance(ledger, 'bank')],
    [
      'left with the sponsors and in their account',
      receivedFen - usedFen + returnedFen,
      -balance(ledger, 'sponsor'),
    ],
  ];
  return [
    ...pairs.flatMap(([what, one, other]) =>
      one === other ? [] : [`${what}: ${String(one)} and ${String(other)} fen`],
    ),
    ...rosters
      .filter(({ money, transfer }) => money.pledgedFen + money.usedFen > (transfer?.amountFen ?? 0))
      .map(({ id }) => `${id} gives more than it received`),
  ];
};

/** Everything that is wrong with sponsors' money. */
export const sponsorFaults = (books: SponsorBooks): string[] =>
  books.rosters.length === 0 && books.sponsorships.length === 0
    ? []
    : [...outcomeFaults(books), ...moneyFaults(books)];
