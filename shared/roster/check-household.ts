import { mobilePhone } from '../contract/fields';
import { z } from '../zod';
import { checkFamily, type EligibilityLimits } from '../household/eligibility';
import { needsParent } from '../household/insurable-interest';
import type { Member, MemberInput } from '../household/member.schema';
import { isBirthCertificateNumber } from '../identity/birth-certificate';
import { isChinaDay, type ChinaDay } from '../time/china-day';
import type { RosterField, RosterHeader } from './columns';
import type { CellFault } from './given-cell';
import { faultAt, type RosterRow } from './read-row';
import type { RosterFault, RosterHousehold } from './roster.schema';
import { findVillage, type Villages } from './villages';
import { groupOf, relationOf, wordsOf } from './words-in-rosters';

/** What households of a roster are checked against. */
export interface RosterRules {
  readonly header: RosterHeader;
  readonly limits: EligibilityLimits;
  /** First day of cover. */
  readonly startDay: ChinaDay;
  readonly villages: Villages;
  /** Whether each household must be of a must-cover group. Source: domain R11. */
  readonly wantsGroup: boolean;
  /** Rows on which an ID number stands, for those that stand on several. */
  readonly repeated: ReadonlyMap<string, readonly number[]>;
  /** ID numbers of those whose cover goes on without a gap. Source: domain R1. */
  readonly continuing: ReadonlySet<string>;
}

/** A household without the money, or what stands against it. */
export interface CheckedHousehold {
  readonly household: Omit<RosterHousehold, 'headKey' | 'premiumFen' | 'shareFen'> | undefined;
  readonly faults: readonly RosterFault[];
}

/** More people than any household; a column filled with one and the same number has no household at all. */
const MAX_ROWS_OF_HOUSEHOLD = 30;

const REQUIRED: CellFault = {
  reason: '这一格是空的。',
  advice: '每一行都要填；如果和上面的格子合并过，请取消合并后逐行填写。',
};

/**
 * 2026/5/1, 2026年5月1日, 20260501, with a time of day behind it or without, and a program's count of days since
 * 1899-12-30, as a day; '' for none.
 */
const dayFrom = (written: string): ChinaDay => {
  const text = written.replace(/T?\d{2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '');
  const parts =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (parts) {
    const [, year = '', month = '', day = ''] = parts;
    const named = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isChinaDay(named) ? named : '';
  }
  if (!/^\d{5}(\.\d+)?$/.test(text)) return '';
  return new Date(Date.UTC(1899, 11, 30) + Math.floor(Number(text)) * 86_400_000).toISOString().slice(0, 10);
};

const inputOf = ({ texts }: RosterRow, header: RosterHeader): MemberInput => {
  const { name, idNumber } = texts;
  // No such column: staff alone. A word that is not understood is told at its cell, and so is all that follows from it.
  const relation = header.columns.has('relation') ? (relationOf(texts.relation) ?? 'son') : 'self';
  if (!isBirthCertificateNumber(idNumber)) return { name, idNumber, relation };
  const birthDay = dayFrom(texts.birthDay);
  return {
    name,
    idNumber,
    relation,
    idKind: 'birthCertificate',
    ...(birthDay === '' ? {} : { birthDay }),
    ...(texts.sex.startsWith('男') ? { sex: 'male' } : texts.sex.startsWith('女') ? { sex: 'female' } : {}),
  };
};

/** Where the family's rules find a fault, as a row and a column; `members` is the household as a whole. */
const placeOf = (path: string): { index: number; field: RosterField } => {
  const [, index = '0', field = 'household'] = path.split('.');
  const known: readonly RosterField[] = ['name', 'idNumber', 'relation', 'birthDay', 'sex'];
  return { index: Number(index), field: known.find((one) => one === field) ?? 'household' };
};

const FIELDS_OF_EVERY_ROW: readonly RosterField[] = ['household', 'name', 'idNumber', 'relation'];

const rowFaults = (row: RosterRow, rules: RosterRules): RosterFault[] => {
  const { header, repeated } = rules;
  const at = (field: RosterField, fault: CellFault) => faultAt(header, row, field, fault);
  const { texts } = row;
  const faults = FIELDS_OF_EVERY_ROW.filter((field) => header.columns.has(field) && texts[field] === '').map(
    (field) => at(field, REQUIRED),
  );
  if (texts.relation !== '' && relationOf(texts.relation) === undefined) {
    faults.push(
      at('relation', {
        reason: '看不懂这个关系。',
        advice: '请写：本人、配偶、儿子、女儿。父母要另立一户。',
      }),
    );
  }
  if (/^\d{14}[\dX]$/.test(texts.idNumber)) {
    faults.push(at('idNumber', { reason: '是 15 位的旧号码。', advice: '请填 18 位身份证号。' }));
  }
  if (texts.phone !== '' && !z.safeParse(mobilePhone, texts.phone).success) {
    faults.push(at('phone', { reason: '不是 11 位手机号。', advice: '请改正；没有手机号就空着。' }));
  }
  const others = (repeated.get(texts.idNumber) ?? []).filter((number) => number !== row.number);
  if (texts.idNumber !== '' && others.length > 0) {
    faults.push(
      at('idNumber', {
        reason: `和第 ${others.join('、')} 行是同一个证件号码。`,
        advice: '一个人只能在名单里出现一次，请删掉多余的一行。',
      }),
    );
  }
  return faults;
};

/** The one value that the rows of a household give for a field; a fault at the first row that gives another. */
const sharedText = (
  rows: readonly RosterRow[],
  field: RosterField,
  header: RosterHeader,
): { text: string; faults: RosterFault[] } => {
  const given = rows.filter(({ texts }) => texts[field] !== '');
  const text = given[0]?.texts[field] ?? '';
  const other = given.find(({ texts }) => texts[field] !== text);
  const fault = { reason: '和同一户别的人写得不一样。', advice: '同一户要写成一样的，请核对户编号。' };
  return { text, faults: other ? [faultAt(header, other, field, fault)] : [] };
};

const groupFaults = (text: string, first: RosterRow, rules: RosterRules): RosterFault[] => {
  if (!rules.wantsGroup || groupOf(text) !== undefined) return [];
  const reason = text === '' ? '没有写类别。' : '没有这个类别。';
  const advice = '请写：二女结扎户、独女领证户、计生特殊家庭、精准扶贫计生户、困难计生家庭。';
  return [faultAt(rules.header, first, 'group', { reason, advice })];
};

/** Grandchildren wait for a parent's word, which no list can give. Source: domain R26. */
const parentFaults = (members: readonly Member[], first: RosterRow, rules: RosterRules): RosterFault[] =>
  needsParent(members)
    ? [
        faultAt(rules.header, first, 'household', {
          reason: '这一户有孙辈，要由孩子的父母确认才能参保。',
          advice: '请把孙辈去掉，或请这一家自己在小程序里办。',
        }),
      ]
    : [];

/**
 * Checks the rows of one household: each cell, the family by the same rules as a purchase, and where it lives. Every
 * fault is told at its row and column. Source: domain R1, R2, R11, R26, R28.
 */
export const checkHousehold = (rows: readonly RosterRow[], rules: RosterRules): CheckedHousehold => {
  const [first] = rows;
  if (!first) return { household: undefined, faults: [] };
  const { header } = rules;
  if (rows.length > MAX_ROWS_OF_HOUSEHOLD) {
    const reason = `这个户编号有 ${String(rows.length)} 行，不像是一户。`;
    const fault = { reason, advice: '请给每一户写不同的户编号。' };
    return { household: undefined, faults: [faultAt(header, first, 'household', fault)] };
  }
  const shared = (['township', 'village', 'regionCode', 'group'] as const).map(
    (field) => [field, sharedText(rows, field, header)] as const,
  );
  const text = Object.fromEntries(shared.map(([field, { text: said }]) => [field, said])) as Record<
    (typeof shared)[number][0],
    string
  >;
  const ownFaults = rows.flatMap((row) => [...row.faults, ...rowFaults(row, rules)]);
  const village = findVillage(rules.villages, text);
  const faulty = new Set(ownFaults.map(({ row, column }) => `${String(row)} ${column}`));

  const family = checkFamily(
    rows.map((row) => inputOf(row, header)),
    rules.startDay,
    rules.limits,
    rules.continuing,
  );
  const isHeadUnknown =
    header.columns.has('relation') && rows.some(({ texts }) => relationOf(texts.relation) === undefined);
  const familyFaults = family.faults
    .filter(({ code }) => !(isHeadUnknown && code === 'HOLDER_MISSING'))
    .map((place) => {
      const { index, field } = placeOf(place.path);
      return faultAt(header, rows[index] ?? first, field, wordsOf(place));
    });
  const faults = [
    ...ownFaults,
    ...shared.flatMap(([, { faults: differing }]) => differing),
    ...(village.fault ? [faultAt(header, first, village.field, village.fault)] : []),
    ...groupFaults(text.group, first, rules),
    // A cell that cannot be read is told once; what the family's rules think of it adds nothing.
    ...familyFaults.filter(({ row, column }) => !faulty.has(`${String(row)} ${column}`)),
    ...(ownFaults.length === 0 ? parentFaults(family.members, first, rules) : []),
  ];
  const seen = new Set<string>();
  const told = faults.filter((fault) => {
    const key = `${String(fault.row)} ${fault.column} ${fault.reason}`;
    return !seen.has(key) && seen.add(key);
  });
  if (told.length > 0 || village.fault) return { household: undefined, faults: told };
  const head = rows.find((_row, index) => family.members[index]?.relation === 'self') ?? first;
  const phone = head.texts.phone === '' ? sharedText(rows, 'phone', header).text : head.texts.phone;
  return {
    household: {
      number: first.texts.household === '' ? `第${String(first.number)}行` : first.texts.household,
      row: first.number,
      regionCode: village.code,
      group: groupOf(text.group) ?? null,
      phone: phone === '' ? null : z.parse(mobilePhone, phone),
      members: [...family.members].sort(
        (one, other) => Number(other.relation === 'self') - Number(one.relation === 'self'),
      ),
    },
    faults: [],
  };
};
