import type { Member } from '../../../shared/household/member.schema';
import { AppError } from '../../../shared/errors/app-error';
import type { Fen } from '../../../shared/money/fen';
import type { Payer } from '../../../shared/order/payer.schema';
import type { Plan } from '../../../shared/product/plan.schema';
import { payersOf, sponsoredFen } from '../../../shared/sponsor/shares';
import type { Caller } from '../../_core/caller';
import type { Workshop } from '../../_core/operation';
import { countAsked } from '../policy/already-insured';
import { nameKeyOf } from '../policy/person-key';
import { sponsorshipOf } from './sponsor-money';

const isTooMany = (thrown: unknown): boolean =>
  thrown instanceof AppError && thrown.code === 'TOO_MANY_TRIES';

/**
 * Who would pay a premium, as a family is shown before it buys. What others pay is told only to who knows name and number
 * of the head, for few persons a day; who asks for more is shown the whole price, and pays its own part all the same.
 * Source: domain R5, R11.
 */
export const shownPayers = async (
  workshop: Workshop,
  caller: Caller,
  plan: Plan,
  members: readonly Member[],
  premiumFen: Fen,
): Promise<Omit<Payer, 'sponsorId'>[]> => {
  const { read, vault } = workshop;
  const head = members.find(({ relation }) => relation === 'self');
  const sponsorship = await sponsorshipOf(read, members, { vault, plan });
  const knowsBoth = head && sponsorship?.nameKey === nameKeyOf(vault, head.name, head.idNumber);
  let payers = payersOf(premiumFen, knowsBoth ? sponsorship : undefined);
  if (sponsorship && sponsoredFen(payers) > 0) {
    await countAsked(workshop, caller, sponsorship.nameKey).catch((thrown: unknown) => {
      if (!isTooMany(thrown)) throw thrown;
      payers = payersOf(premiumFen, undefined);
    });
  }
  return payers.map(({ kind, name, amountFen }) => ({ kind, name, amountFen }));
};
