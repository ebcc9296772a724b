import type { Place } from '../errors/app-error';
import { isBirthCertificateNumber } from '../identity/birth-certificate';
import { normaliseIdNumber, readIdNumber, type IdNumberFacts } from '../identity/id-number';
import type { MemberInput } from './member.schema';

/** What of an entry tells who somebody is. */
export type IdentityEntry = Pick<MemberInput, 'idKind' | 'idNumber' | 'birthDay' | 'sex'>;

/** Birth day and sex of an entry, or what is wrong with it at which of its fields. */
export type IdentityReading =
  | { readonly facts: IdNumberFacts; readonly faults: readonly [] }
  | { readonly facts: undefined; readonly faults: readonly Place[] };

const certificateFaults = ({ idNumber, birthDay, sex }: IdentityEntry): Place[] => [
  ...(isBirthCertificateNumber(normaliseIdNumber(idNumber))
    ? []
    : [{ path: 'idNumber', code: 'BIRTH_CERTIFICATE_WRONG' as const }]),
  ...(birthDay === undefined
    ? [{ path: 'birthDay', code: 'FIELD_REQUIRED' as const, message: '请选出生日期。' }]
    : []),
  ...(sex === undefined
    ? [{ path: 'sex', code: 'FIELD_REQUIRED' as const, message: '请选男孩还是女孩。' }]
    : []),
];

/** Who an entry says somebody is; paths of faults are those of the entry. Source: domain R28. */
export const readIdentity = (entry: IdentityEntry): IdentityReading => {
  if (entry.idKind !== 'birthCertificate') {
    const facts = readIdNumber(normaliseIdNumber(entry.idNumber));
    return facts
      ? { facts, faults: [] }
      : { facts: undefined, faults: [{ path: 'idNumber', code: 'ID_NUMBER_WRONG' }] };
  }
  const faults = certificateFaults(entry);
  const { birthDay, sex } = entry;
  return faults.length > 0 || birthDay === undefined || sex === undefined
    ? { facts: undefined, faults }
    : { facts: { birthDay, sex }, faults: [] };
};
