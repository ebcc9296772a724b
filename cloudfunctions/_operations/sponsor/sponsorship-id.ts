import type { Plan } from '../../../shared/product/plan.schema';
import type { Sponsor } from '../../../shared/roster/roster.schema';
import { deriveId, deriveSecretId } from '../../_core/ids';
import type { Vault } from '../../_core/vault';

/** The one record of what others pay for a household in a year: a double subsidy lands on it. Source: domain R11. */
export const sponsorshipIdOf = (
  vault: Vault,
  headKey: string,
  { line, year }: Pick<Plan, 'line' | 'year'>,
): string => deriveSecretId(vault, 'spn', headKey, line, String(year));

/** A paying body in its county. */
export const sponsorIdOf = (countyCode: string, { kind, name }: Sponsor): string =>
  deriveId('spo', countyCode, kind, name);
