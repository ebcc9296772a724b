import type { Place } from '../errors/app-error';
import { isBirthCertificateNumber } from '../identity/birth-certificate';
import { normaliseIdNumber, readIdNumber } from '../identity/id-number';
import type { Member } from '../household/member.schema';
import type { Policy } from './policy.schema';

type Child = Pick<Member, 'idKind' | 'birthDay' | 'sex'>;

/** Whether a new number is meant to take the place of a birth certificate, rather than to put its number right. */
export const recordsIdNumber = ({ idKind }: Pick<Child, 'idKind'>, idNumber: string | undefined): boolean =>
  idKind === 'birthCertificate' &&
  idNumber !== undefined &&
  !isBirthCertificateNumber(normaliseIdNumber(idNumber));

/**
 * What is wrong with a number as that of a child insured by birth certificate: it must be an ID number that says the
 * same birth day and sex, and nobody else's on the policy. Source: domain R5, R28.
 */
export const childNumberFaults = (
  { insured }: Pick<Policy, 'insured'>,
  child: Child,
  idNumber: string,
): Place[] => {
  const number = normaliseIdNumber(idNumber);
  const facts = readIdNumber(number);
  if (!facts) return [{ path: 'idNumber', code: 'ID_NUMBER_WRONG' }];
  if (facts.birthDay !== child.birthDay || facts.sex !== child.sex) {
    const message = '这个身份证号上的出生日期或性别和孩子的不一样，请对照户口本再核对一遍。';
    return [{ path: 'idNumber', code: 'ID_NUMBER_WRONG', message }];
  }
  return insured.some((person) => person.idNumber === number)
    ? [{ path: 'idNumber', code: 'ID_NUMBER_REPEATED' }]
    : [];
};
