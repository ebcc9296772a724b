import type { Place } from '../errors/app-error';
import { textOf, type ErrorCode } from '../errors/catalogue';
import type { Relation } from '../household/member.schema';
import type { CellFault } from './given-cell';
import { MUST_COVER_GROUPS, type RosterHousehold } from './roster.schema';

/** How rosters name a relation to the head of the household. */
const RELATIONS: ReadonlyMap<string, Relation> = new Map(
  (
    [
      ['self', '本人 户主 本户 员工 职工 投保人 户主本人 员工本人'],
      ['spouse', '配偶 妻子 丈夫 妻 夫 爱人 老婆 老公'],
      ['son', '儿子 子 长子 次子 三子 四子 大儿子 二儿子 小儿子 独生子 养子 继子'],
      ['daughter', '女儿 女 长女 次女 三女 四女 大女儿 二女儿 小女儿 独生女 养女 继女'],
      ['grandson', '孙子 孙'],
      ['granddaughter', '孙女'],
      ['daughtersSon', '外孙 外孙子'],
      ['daughtersDaughter', '外孙女'],
    ] as const
  ).flatMap(([relation, words]) => words.split(' ').map((word) => [word, relation] as const)),
);

/** The relation that a word of a roster means; undefined for any other word. */
export const relationOf = (word: string): Relation | undefined => RELATIONS.get(word);

const GROUPS: ReadonlyMap<string, NonNullable<RosterHousehold['group']>> = new Map([
  ...MUST_COVER_GROUPS.map((group) => [group, group] as const),
  ['农村二女结扎户', '二女结扎户'],
  ['二女户', '二女结扎户'],
  ['独生子女领证户', '独女领证户'],
  ['农村独女领证户', '独女领证户'],
  ['独女户', '独女领证户'],
  ['计划生育特殊家庭', '计生特殊家庭'],
  ['特殊家庭', '计生特殊家庭'],
  ['精准扶贫计划生育户', '精准扶贫计生户'],
  ['建档立卡计生户', '精准扶贫计生户'],
  ['困难计划生育家庭', '困难计生家庭'],
  ['计生困难家庭', '困难计生家庭'],
]);

/** The must-cover group that a word of a roster means. Source: domain R11. */
export const groupOf = (word: string): RosterHousehold['group'] | undefined => GROUPS.get(word);

/** What is said of a rule's fault in a roster: whoever reads it is not the person it is about. */
const WORDS: Readonly<Partial<Record<ErrorCode, CellFault>>> = {
  NAME_INVALID: { reason: '姓名不是身份证上的中文名（2 到 30 个字）。', advice: '请对照身份证改正。' },
  ID_NUMBER_WRONG: {
    reason: '证件号码不对：位数、出生日期或最后一位校验码对不上。',
    advice: '请对照身份证逐位核对。',
  },
  ID_NUMBER_REPEATED: { reason: '同一户里这个证件号码写了两次。', advice: '请删掉重复的一行，或改正号码。' },
  MEMBER_TOO_YOUNG: { reason: '保障开始那天还不满 28 天。', advice: '满 28 天后再参保，先把这一行去掉。' },
  MEMBER_TOO_OLD: {
    reason: '保障开始那天超过 65 岁，不能新参保。',
    advice: '请把这一行去掉，其余家人可以参保。',
  },
  HOLDER_MISSING: {
    reason: '这一户没有“本人”，或者“本人”不止一位。',
    advice: '每一户写一位成年人为“本人”，同一户的人用同一个户编号。',
  },
  HOLDER_IS_MINOR: { reason: '这一户的“本人”不满 18 岁。', advice: '请把同一户的成年家人写成“本人”。' },
  TOO_MANY_MEMBERS: { reason: '这一户的人数超过了方案的上限。', advice: '请核对户编号，或分成两户。' },
  RELATION_INVALID: {
    reason: '和户主的关系，跟年龄、性别或人数对不上。',
    advice: '请核对关系和证件号码；配偶只能有一位。',
  },
  MEMBER_ALREADY_INSURED: { reason: '这段时间已有同一保障。', advice: '不用再参保，请把这一户去掉。' },
};

const FALLBACK_ADVICE = '请核对后改正，或把这一户去掉。';

/** A rule's fault in the words of a roster; the rule's own words where they speak of the person and not to them. */
export const wordsOf = ({ code, message }: Pick<Place, 'code' | 'message'>): CellFault => {
  const known = WORDS[code];
  const isOfThePerson = message !== undefined && !message.includes('您');
  return {
    // What a family is told to do next is not for who keeps the list.
    reason: isOfThePerson ? message.replace(/。.*$/, '。') : (known?.reason ?? textOf(code)),
    advice: known?.advice ?? FALLBACK_ADVICE,
  };
};
