import { sumOf } from '../money/fen';
import { listedAt } from '../policy/listed-at';
import type { Policy } from '../policy/policy.schema';
import type { EpochMs } from '../time/china-day';
import { claimableKinds, type Claimable } from './claimable-kinds';
import type { ClaimKind } from './claim.schema';
import { personOf } from './draw';

type Held = Pick<Policy, 'insured' | 'additions' | 'medicalLimitFen'>;

/** What a person holds under all policies that answer together; undefined where none does. Source: domain R10. */
export const claimableUnder = (
  policies: readonly Held[],
  personKey: string,
  instant: EpochMs,
): Claimable | undefined => {
  if (policies.length === 0) return undefined;
  const held = policies.map((policy) => ({
    ...personOf({ insured: listedAt(policy, instant) }, personKey),
    medicalLimitFen: policy.medicalLimitFen,
  }));
  return {
    accidentShareFen: sumOf(held.map(({ accidentShareFen }) => accidentShareFen)),
    medicalLimitFen: sumOf(held.map(({ medicalLimitFen }) => medicalLimitFen)),
    allowancePerDayFen: sumOf(held.map(({ allowancePerDayFen }) => allowancePerDayFen)),
    illnessSumFen: sumOf(held.map(({ illnessSumFen }) => illnessSumFen)),
  };
};

/** Kinds that one case may turn out to hold: an accident never makes a listed disease, nor the other way round. */
const TOGETHER: Readonly<Record<ClaimKind, readonly ClaimKind[]>> = {
  medical: ['medical', 'allowance', 'disability', 'death'],
  allowance: ['medical', 'allowance', 'disability', 'death'],
  disability: ['medical', 'allowance', 'disability', 'death'],
  death: ['medical', 'allowance', 'disability', 'death'],
  illness: ['illness'],
};

/** Whether a policy may have to pay in a case of this kind. */
export const concerns = (policy: Held, personKey: string, kind: ClaimKind): boolean =>
  claimableKinds({ ...personOf(policy, personKey), medicalLimitFen: policy.medicalLimitFen }).some((held) =>
    TOGETHER[kind].includes(held),
  );
