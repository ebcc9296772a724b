import type { SponsorKind } from './roster.schema';
import { MUST_COVER_GROUPS } from './roster.schema';

/** What a roster tells of a person. */
export type RosterField =
  | 'household'
  | 'name'
  | 'idNumber'
  | 'relation'
  | 'phone'
  | 'township'
  | 'village'
  | 'regionCode'
  | 'group'
  | 'birthDay'
  | 'sex';

interface RosterColumn {
  /** The header in the template. */
  readonly title: string;
  /** Other headers that people write, without blanks and brackets. */
  readonly synonyms: readonly string[];
  readonly widthCharacters: number;
  /** In the template's example row. */
  readonly example: string;
  readonly choices?: readonly string[];
}

/** The example row begins with this; rows that do are never taken for people. */
export const EXAMPLE_MARK = '示例';

/** The columns in the template's order. */
export const ROSTER_COLUMNS: Readonly<Record<RosterField, RosterColumn>> = {
  household: {
    title: '户编号',
    synonyms: [
      '户号',
      '家庭编号',
      '家庭号',
      '户籍编号',
      '户口编号',
      '户口簿号',
      '户口本号',
      '户序号',
      '户主编号',
      '工号',
      '员工编号',
      '职工编号',
      '员工号',
    ],
    widthCharacters: 22,
    example: `${EXAMPLE_MARK}（请删掉这一行）`,
  },
  name: {
    title: '姓名',
    synonyms: [
      '名字',
      '成员姓名',
      '家庭成员',
      '家庭成员姓名',
      '被保险人',
      '被保险人姓名',
      '员工姓名',
      '职工姓名',
    ],
    widthCharacters: 12,
    example: '王建国',
  },
  idNumber: {
    title: '证件号码',
    synonyms: [
      '证件号',
      '身份证',
      '身份证号',
      '身份证号码',
      '身份证件号码',
      '公民身份号码',
      '公民身份证号码',
      '居民身份证号',
      '居民身份证号码',
      '出生证编号',
    ],
    widthCharacters: 24,
    example: '350421197903150119',
  },
  relation: {
    title: '与户主关系',
    synonyms: [
      '关系',
      '与户主的关系',
      '户主关系',
      '与投保人关系',
      '与员工关系',
      '与本人关系',
      '家庭关系',
      '成员关系',
    ],
    widthCharacters: 12,
    example: '本人',
    choices: ['本人', '配偶', '儿子', '女儿'],
  },
  phone: {
    title: '手机号',
    synonyms: ['手机', '手机号码', '联系电话', '电话', '电话号码', '联系方式', '移动电话', '联系手机'],
    widthCharacters: 16,
    example: '13850801234',
  },
  township: {
    title: '乡镇',
    synonyms: ['乡', '镇', '乡镇名称', '所在乡镇', '乡镇街道', '街道', '街道乡镇', '所属乡镇'],
    widthCharacters: 14,
    example: '城关乡',
  },
  village: {
    title: '村（社区）',
    synonyms: [
      '村',
      '社区',
      '村社区',
      '村居',
      '村名',
      '村名称',
      '行政村',
      '所在村',
      '所属村',
      '村居委会',
      '村委会',
      '村居名称',
    ],
    widthCharacters: 16,
    example: '坪埠村',
  },
  regionCode: {
    title: '地区编码',
    synonyms: [
      '地区代码',
      '区划代码',
      '行政区划代码',
      '行政区划编码',
      '村编码',
      '村代码',
      '村居编码',
      '村居代码',
    ],
    widthCharacters: 16,
    example: '350421200201',
  },
  group: {
    title: '类别',
    synonyms: [
      '户类别',
      '家庭类别',
      '家庭类型',
      '户类型',
      '类型',
      '人员类别',
      '对象类别',
      '计生类别',
      '参保类别',
      '补助类别',
    ],
    widthCharacters: 16,
    example: '二女结扎户',
    choices: MUST_COVER_GROUPS,
  },
  birthDay: {
    title: '出生日期',
    synonyms: ['生日', '出生年月日', '出生时间'],
    widthCharacters: 14,
    example: '',
  },
  sex: {
    title: '性别',
    synonyms: [],
    widthCharacters: 8,
    example: '',
    choices: ['男', '女'],
  },
};

const FIELDS = Object.keys(ROSTER_COLUMNS) as RosterField[];

/** A header as it is compared: without blanks, brackets, stars and "must be filled in". */
const plainHeader = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/必填|选填|\(可不填\)/g, '')
    .replace(/[\s()[\]【】*:、/\\·.。“”"'_-]/g, '');

const FIELD_OF_HEADER: ReadonlyMap<string, RosterField> = new Map(
  FIELDS.flatMap((field) =>
    [ROSTER_COLUMNS[field].title, ...ROSTER_COLUMNS[field].synonyms].map(
      (header) => [plainHeader(header), field] as const,
    ),
  ),
);

/** 与户主关系（本人/配偶/子女） and 身份证号码(18位): how to fill a column in stands in brackets behind its name. */
const withoutExplanation = (text: string): string =>
  text.normalize('NFKC').replace(/[([【][^)\]】]*[)\]】]/g, '');

const fieldOf = (header: string): RosterField | undefined =>
  FIELD_OF_HEADER.get(plainHeader(header)) ?? FIELD_OF_HEADER.get(plainHeader(withoutExplanation(header)));

/** Where each thing stands in a file: by field, the position of its column from 0, and the header as written. */
export interface RosterHeader {
  readonly columns: ReadonlyMap<RosterField, { readonly position: number; readonly title: string }>;
  /** Titles of columns that must be there and are not. */
  readonly missing: readonly string[];
  /** Titles of columns that are there twice. */
  readonly repeated: readonly string[];
}

/** What a roster must tell: a township's list names the group; an employer's may list its staff alone. */
const requiredFields = (kind: SponsorKind): readonly RosterField[] =>
  kind === 'government' ? ['household', 'name', 'idNumber', 'relation', 'group'] : ['name', 'idNumber'];

const PLACE_TITLES = '村（社区）或地区编码';

/** Reads a row as a header, the columns in any order; undefined when it is none. */
export const readHeader = (
  cells: readonly (string | undefined)[],
  kind: SponsorKind,
): RosterHeader | undefined => {
  const columns = new Map<RosterField, { position: number; title: string }>();
  const repeated: string[] = [];
  cells.forEach((text, position) => {
    const field = text === undefined ? undefined : fieldOf(text);
    if (text === undefined || field === undefined) return;
    if (columns.has(field)) repeated.push(ROSTER_COLUMNS[field].title);
    else columns.set(field, { position, title: text.trim() });
  });
  if (columns.size < 2 || !(columns.has('name') || columns.has('idNumber'))) return undefined;
  const missing = requiredFields(kind)
    .filter((field) => !columns.has(field))
    .map((field) => ROSTER_COLUMNS[field].title);
  const hasPlace = columns.has('regionCode') || columns.has('village');
  return { columns, missing: hasPlace ? missing : [...missing, PLACE_TITLES], repeated };
};

/** The columns of the template for a kind of sponsor. */
export const templateFields = (kind: SponsorKind): readonly RosterField[] =>
  kind === 'government'
    ? ['household', 'name', 'idNumber', 'relation', 'phone', 'township', 'village', 'group']
    : ['household', 'name', 'idNumber', 'relation', 'phone', 'township', 'village'];
