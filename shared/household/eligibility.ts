import { HAN, writtenName } from '../contract/words';
import type { Place } from '../errors/app-error';
import { normaliseIdNumber } from '../identity/id-number';
import { addYears, ageOn, daysBetween, type ChinaDay } from '../time/china-day';
import { ADULT_AGE_YEARS } from './household.schema';
import { readIdentity } from './identity-facts';
import { interestFaults } from './insurable-interest';
import type { Member, MemberInput, Relation, Sex } from './member.schema';
import { isCapped } from './minors-cap';

/** The limits a plan sets on who may be insured. */
export interface EligibilityLimits {
  readonly minAgeDays: number;
  readonly maxAgeYears: number;
  /** For who was insured until the new cover starts. */
  readonly renewalMaxAgeYears: number;
  readonly maxMembers: number;
  /** Anybody unless told. */
  readonly insuredSex?: 'any' | Sex;
  /** A plan priced per person insures single members: the policyholder need not be one of them. */
  readonly priceUnit?: 'household' | 'person';
}

/** What a check of a family found: the members as they will be stored, or every fault at its place. */
export interface FamilyCheck {
  readonly members: readonly Member[];
  /** The policyholder who is not insured; null when they are one of the members. */
  readonly holder: Member | null;
  readonly faults: readonly Place[];
}

/** Chinese characters, with the middle dot of minority names between them. */
const NAME = new RegExp(`^[${HAN}][${HAN}·]{0,28}[${HAN}]$`, 'u');

/** A birth certificate stands for the number of a child in its first year. Source: domain R28. */
const isOutgrown = (birthDay: ChinaDay, startDay: ChinaDay): boolean => startDay >= addYears(birthDay, 1);

const NOBODY: ReadonlySet<string> = new Set();
const ANY_AGE: EligibilityLimits = {
  minAgeDays: 0,
  maxAgeYears: Infinity,
  renewalMaxAgeYears: Infinity,
  maxMembers: 1,
};

/**
 * Fault of an age at the start of cover: from 28 days to 65 years inclusive, to 70 for who continues without a gap.
 * Source: domain R1.
 */
export const ageFault = (
  birthDay: ChinaDay,
  startDay: ChinaDay,
  limits: EligibilityLimits,
  continues: boolean,
): Omit<Place, 'path'> | undefined => {
  const { minAgeDays, maxAgeYears, renewalMaxAgeYears } = limits;
  if (daysBetween(birthDay, startDay) < minAgeDays) {
    return {
      code: 'MEMBER_TOO_YOUNG',
      message: `保障开始那天还不满 ${minAgeDays} 天，满 ${minAgeDays} 天后再来参保。`,
    };
  }
  const age = ageOn(birthDay, startDay);
  const oldest = continues ? renewalMaxAgeYears : maxAgeYears;
  if (age <= oldest) return undefined;
  return {
    code: 'MEMBER_TOO_OLD',
    message: continues
      ? `保障开始那天满 ${age} 岁，超过续保的 ${oldest} 岁，这次不能再保。请不选这位家人，或打客服电话问别的保障。`
      : `保障开始那天超过 ${oldest} 岁，不能新参保。请不选这位家人，或打客服电话问别的保障。`,
  };
};

const SEX_WORDS: Readonly<Record<Sex, string>> = { female: '女性', male: '男性' };

/** Fault of somebody for whom the plan is not meant: why, and what to do next. */
const sexFault = (name: string, sex: Sex, { insuredSex = 'any' }: EligibilityLimits): Place[] =>
  insuredSex === 'any' || insuredSex === sex
    ? []
    : [
        {
          path: 'idNumber',
          code: 'MEMBER_WRONG_SEX',
          message: `这份保障只保${SEX_WORDS[insuredSex]}，${name}不能参加。请不选${name}，或换一个全家都能参加的方案。`,
        },
      ];

/** Sex that a relation tells; undefined when it tells none. */
const SEX_OF_RELATION: Readonly<Partial<Record<Relation, Sex>>> = {
  son: 'male',
  daughter: 'female',
  grandson: 'male',
  granddaughter: 'female',
  daughtersSon: 'male',
  daughtersDaughter: 'female',
};

const checkMember = (
  input: MemberInput,
  startDay: ChinaDay,
  limits: EligibilityLimits,
  continuing: ReadonlySet<string>,
): { member?: Member; faults: Place[] } => {
  const name = writtenName(input.name);
  const nameFaults: Place[] = NAME.test(name) ? [] : [{ path: 'name', code: 'NAME_INVALID' }];
  const { facts, faults: identityFaults } = readIdentity(input);
  if (!facts) return { faults: [...nameFaults, ...identityFaults] };
  const faults = [...nameFaults];
  const idKind = input.idKind ?? 'idCard';
  const idNumber = normaliseIdNumber(input.idNumber);
  const continues = continuing.has(idNumber);
  const age = ageFault(facts.birthDay, startDay, limits, continues);
  if (age) faults.push({ path: idKind === 'idCard' ? 'idNumber' : 'birthDay', ...age });
  faults.push(...sexFault(name, facts.sex, limits));
  if (idKind === 'birthCertificate' && !continues && isOutgrown(facts.birthDay, startDay)) {
    faults.push({ path: 'idNumber', code: 'BIRTH_CERTIFICATE_OUTGROWN' });
  }
  const sexOfRelation = SEX_OF_RELATION[input.relation];
  if (sexOfRelation !== undefined && sexOfRelation !== facts.sex) {
    faults.push({
      path: 'relation',
      code: 'RELATION_INVALID',
      message:
        idKind === 'idCard' ? '关系和身份证号上的性别对不上，请核对。' : '关系和填的性别对不上，请核对。',
    });
  }
  const { relation, otherDeathCoverFen = null } = input;
  return {
    member: {
      name,
      idKind,
      idNumber,
      relation,
      ...facts,
      otherDeathCoverFen: isCapped(facts.birthDay, startDay) ? otherDeathCoverFen : null,
    },
    faults,
  };
};

/** Positions of those written with the number of somebody before them. */
const repeatedIn = (inputs: readonly MemberInput[]): ReadonlySet<number> => {
  const numbers = inputs.map(({ idNumber }) => normaliseIdNumber(idNumber));
  return new Set(numbers.flatMap((number, index) => (numbers.indexOf(number) < index ? [index] : [])));
};

/** Faults of a family as a whole: who buys, who is named twice, how many they are. */
const familyFaults = (
  inputs: readonly MemberInput[],
  startDay: ChinaDay,
  limits: EligibilityLimits,
  holder: MemberInput | undefined,
  repeated: ReadonlySet<number>,
): Place[] => {
  const faults: Place[] = [];
  if (inputs.length > limits.maxMembers) {
    const message = `这个方案最多保 ${limits.maxMembers} 位家人。请减到 ${limits.maxMembers} 位，或打客服电话。`;
    faults.push({ path: 'members', code: 'TOO_MANY_MEMBERS', message });
  }
  const apart = holder && limits.priceUnit === 'person' ? [holder] : [];
  const holders = [...inputs, ...apart].filter((input) => input.relation === 'self');
  if (holders.length !== 1) faults.push({ path: 'members', code: 'HOLDER_MISSING' });
  const spouses = inputs.flatMap((input, index) => (input.relation === 'spouse' ? [index] : []));
  for (const index of spouses.slice(1)) {
    faults.push({ path: `members.${index}.relation`, code: 'RELATION_INVALID', message: '配偶只能填一位。' });
  }
  inputs.forEach((input, index) => {
    if (repeated.has(index)) faults.push({ path: `members.${index}.idNumber`, code: 'ID_NUMBER_REPEATED' });
    const facts = input.relation === 'self' ? readIdentity(input).facts : undefined;
    if (facts && ageOn(facts.birthDay, startDay) < ADULT_AGE_YEARS) {
      faults.push({ path: `members.${index}.idNumber`, code: 'HOLDER_IS_MINOR' });
    }
  });
  return faults;
};

/** Who may buy for others without being insured: any adult, whatever the plan's ages. */
const checkHolder = (
  holder: MemberInput | undefined,
  inputs: readonly MemberInput[],
  startDay: ChinaDay,
): { member?: Member; faults: Place[] } => {
  if (!holder) return { faults: [] };
  const { facts } = readIdentity(holder);
  const idNumber = normaliseIdNumber(holder.idNumber);
  const { member, faults } = checkMember(holder, startDay, ANY_AGE, NOBODY);
  return {
    ...(member ? { member } : {}),
    faults: [
      ...faults.map((fault) => ({ ...fault, path: `holder.${fault.path}` })),
      ...(inputs.some((input) => normaliseIdNumber(input.idNumber) === idNumber)
        ? [{ path: 'holder.idNumber', code: 'ID_NUMBER_REPEATED' } as const]
        : []),
      ...(facts && ageOn(facts.birthDay, startDay) < ADULT_AGE_YEARS
        ? [{ path: 'holder.idNumber', code: 'HOLDER_IS_MINOR' } as const]
        : []),
    ],
  };
};

/**
 * Checks a family for cover that starts on a day: names, numbers with their check character, ages at the start,
 * relations, whom one may insure, no person twice. Every fault is reported, each at its member.
 * Source: domain R1, R2, R26, R28.
 *
 * @param continuing ID numbers of those whose cover goes on without a gap: they may be older.
 * @param apart the policyholder, when a plan priced per person insures only others of the family.
 */
export const checkFamily = (
  inputs: readonly MemberInput[],
  startDay: ChinaDay,
  limits: EligibilityLimits,
  continuing: ReadonlySet<string> = NOBODY,
  apart?: MemberInput,
): FamilyCheck => {
  const holder = checkHolder(apart, inputs, startDay);
  const checked = inputs.map((input) => checkMember(input, startDay, limits, continuing));
  const found = checked.map(({ member }) => member);
  const repeated = repeatedIn(inputs);
  // Somebody else's number says nothing of how old this person is.
  const withOwnNumber = found.map((member, index) => (repeated.has(index) ? undefined : member));
  return {
    members: found.flatMap((member) => member ?? []),
    holder: holder.member ?? null,
    faults: [
      ...checked.flatMap(({ faults }, index) =>
        faults.map((fault) => ({ ...fault, path: `members.${index}.${fault.path}` })),
      ),
      ...holder.faults,
      ...interestFaults([...withOwnNumber, holder.member], startDay),
      ...familyFaults(inputs, startDay, limits, apart, repeated),
    ],
  };
};

/** Whether a member must sign for themselves on a day. Source: domain R26. */
export const mustSign = (member: { birthDay: ChinaDay }, day: ChinaDay): boolean =>
  ageOn(member.birthDay, day) >= ADULT_AGE_YEARS;
