import { z } from '../zod';

/** Shows nothing, or turns the line around: soft hyphen, zero width, direction marks, byte order mark. */
const UNSEEN = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g;

const LINE_FEED = 0x0a;

/**
 * Control characters, halves of a surrogate pair, what stands for a character that was lost, and code points for private
 * use: old systems keep rare characters there, and every other screen shows a box.
 */
const isUnprintable = (point: number): boolean =>
  (point < 0x20 && point !== LINE_FEED) ||
  (point >= 0x7f && point <= 0x9f) ||
  (point >= 0xd800 && point <= 0xf8ff) ||
  (point >= 0xfffd && point <= 0xffff) ||
  point >= 0xf0000;

const isPrintable = (text: string): boolean =>
  !Array.from(text).some((character) => isUnprintable(character.codePointAt(0) ?? 0));

/** Whether every character of a text is one that readers see: no control characters, nothing unseen, nothing lost. */
export const isAllSeen = (text: string): boolean => isPrintable(text) && text.replace(UNSEEN, '') === text;

/** As it is kept: one kind of line break, blanks for tabs, nothing unseen, no blanks at the ends. */
const asKept = (text: string): string =>
  text.replace(/\r\n?/g, '\n').replace(/\t/g, ' ').replace(UNSEEN, '').trim();

/** How long words may be, in UTF-16 units, and what is said when they are missing. */
interface Lengths {
  readonly min?: number;
  readonly max: number;
  readonly missing: string;
}

const writing = (
  allows: (text: string) => boolean,
  { min = 1, max, missing }: Lengths,
  kept: (text: string) => string = asKept,
) =>
  z
    .string()
    .check(
      z.overwrite(kept),
      z.refine(allows, '有不能显示的字符，请删掉后重写。'),
      z.minLength(min, missing),
      z.maxLength(max, `最多 ${String(max)} 个字。`),
    );

/** What somebody writes in one line. */
export const words = (lengths: Lengths) =>
  writing((text) => isPrintable(text) && !text.includes('\n'), lengths);

/** Dots that keyboards, old systems and card readers write between the parts of a name: `.` `•` `‧` `∙` `⋅` `・` and kin. */
const NAME_DOTS = /\s*(?:[.\u00B7\u16EB\u2022\u2024\u2027\u2219\u22C5\u30FB]\s*)+/g;

/**
 * Chinese characters, the rare ones of later extensions too, as part of a character class. By number: where somebody
 * normalises the text of a program, the first of the compatibility characters becomes a common one, and the range another.
 */
export const HAN = '\u3007\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAFF\u{20000}-\u{323AF}';

/** The blanks that fill up a short name in forms and lists: 王　芳. */
const BLANKS_WITHIN = new RegExp(`([${HAN}])[^\\S\n]+(?=[${HAN}])`, 'gu');

/**
 * A person's name in the one spelling that is kept, so that nobody is two people: full-width letters made plain, no
 * blanks between its characters, the dot between its parts as ID cards have it (`·`, U+00B7). Source: domain R28.
 */
export const writtenName = (text: string): string =>
  asKept(text).normalize('NFKC').replace(BLANKS_WITHIN, '$1').replace(NAME_DOTS, '\u00B7');

/** The name of a person. */
export const personName = (lengths: Lengths) =>
  writing((text) => isPrintable(text) && !text.includes('\n'), lengths, writtenName);

const CHINESE = new RegExp(`[${HAN}]`, 'u');

/** Words of which at least one is Chinese: letters, digits or little pictures alone tell nobody whom to ask for. */
export const chineseWords = (lengths: Lengths) =>
  words(lengths).check(
    z.refine((text) => text === '' || CHINESE.test(text), '请用中文写，不要只写字母、数字或表情。'),
  );

/** What somebody writes in several lines. */
export const lines = (lengths: Lengths) => writing(isPrintable, lengths);

/** A letter of any script: Chinese, Latin, Uyghur, Tibetan … */
const LETTER = /\p{L}/u;

/** Words that tell a reader something, or none at all: digits, punctuation and little pictures alone tell nothing. */
const tells = z.refine<string>(
  (text) => text === '' || LETTER.test(text),
  '请用文字写清楚，不要只写数字、标点或表情。',
);

/** One line that tells somebody something: a place, a bank, what a paper is. */
export const tellingWords = (lengths: Lengths) => words(lengths).check(tells);

/** Several lines that tell somebody something: what happened, a reason. */
export const tellingLines = (lengths: Lengths) => lines(lengths).check(tells);

/** The name on an account: a person's, in the spelling that is kept. */
export const accountHolder = (lengths: Lengths) => personName(lengths).check(tells);

/** Digits and Latin letters as keyboards mean them: full-width forms made plain, blanks and hyphens left out. */
export const plainCharacters = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replace(/[\s\-‐-―]/g, '');

/** A number or code, kept as its plain characters; whether it is a right one is for the rules to say. */
export const characters = (lengths: Lengths) => writing(isPrintable, lengths, plainCharacters);
