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

/** What is wrong with a number that has not 18 characters; the check character says nothing of it. */
const lengthMessage = (idNumber: string): string | undefined => {
  if (/^\d{14}[\dX]$/.test(idNumber)) return '这是 15 位的旧号码，请填第二代身份证上的 18 位号码。';
  return idNumber.length === 18 || !/^\d+X?$/.test(idNumber)
    ? undefined
    : `身份证号是 18 位，这里有 ${String(idNumber.length)} 位，请对照身份证再核对一遍。`;
};

const cardFault = (idNumber: string): Place => {
  const message = lengthMessage(idNumber);
  return { path: 'idNumber', code: 'ID_NUMBER_WRONG', ...(message === undefined ? {} : { message }) };
};

/** Who an entry says somebody is; paths of faults are those of the entry. Source: domain R28. */
export const readIdentity = (entry: IdentityEntry): IdentityReading => {
  if (entry.idKind !== 'birthCertificate') {
    const idNumber = normaliseIdNumber(entry.idNumber);
    const facts = readIdNumber(idNumber);
    return facts ? { facts, faults: [] } : { facts: undefined, faults: [cardFault(idNumber)] };
  }
  const faults = certificateFaults(entry);
  const { birthDay, sex } = entry;
  return faults.length > 0 || birthDay === undefined || sex === undefined
    ? { facts: undefined, faults }
    : { facts: { birthDay, sex }, faults: [] };
};
