import { maskIdNumber, maskName } from '../identity/masking';
import { plainCharacters, writtenName } from '../contract/words';
import type { RosterField } from './columns';

/** What stands in a cell of a file, and how the file means it. */
export interface GivenCell {
  readonly kind: 'text' | 'number' | 'date' | 'formula' | 'truth' | 'error';
  readonly text: string;
}

/** Why a cell cannot be read, and what to do about it. */
export interface CellFault {
  readonly reason: string;
  readonly advice: string;
}

export type ReadCell = { readonly text: string; readonly fault?: undefined } | { readonly fault: CellFault };

const faulty = (reason: string, advice: string): ReadCell => ({ fault: { reason, advice } });

/** Longer than anything that belongs in a column. */
const MAX_CHARACTERS = 60;
/** Numbers with more digits lose their last ones in spreadsheet programs. Source: IEEE 754; Excel keeps 15 digits. */
const MAX_EXACT_DIGITS = 15;

const AS_TEXT = '把这一列的格式设成“文本”，再把完整的号码重新填一遍。';

const isLongNumber = (text: string): boolean =>
  /^[+-]?\d+(\.\d+)?[eE]\+?\d+$/.test(text) || text.replace(/\D/g, '').length > MAX_EXACT_DIGITS;

/**
 * 13850801234.0 and 1.3850801234E10 → 13850801234: whole numbers as people mean them, however a program writes them. One
 * with more digits than a program keeps stays as it is.
 */
const wholeNumber = (text: string): string => {
  const value = Number(text);
  return Number.isInteger(value) && Math.abs(value) < 10 ** MAX_EXACT_DIGITS ? String(value) : text;
};

/** Characters that show nothing or stand for one that was lost; blanks and line breaks are taken out elsewhere. */
const isUnreadable = (text: string): boolean =>
  Array.from(text).some((character) => {
    const point = character.codePointAt(0) ?? 0;
    return (
      (point < 0x20 && ![0x09, 0x0a, 0x0d].includes(point)) ||
      (point >= 0x7f && point <= 0x9f) ||
      (point >= 0xd800 && point <= 0xf8ff) ||
      (point >= 0xfffd && point <= 0xffff)
    );
  });

/** Blanks within (王　芳), at the ends, and what shows nothing are left out; apostrophes or ticks in front mean "text". */
const asMeant = (text: string): string =>
  text.replace(/[\s\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g, '').replace(/^['‘’`]/, '');

/**
 * Reads one cell of a column as text. Formulas are never evaluated, and what a program once worked out is not believed:
 * nobody sees which of the two counts.
 */
export const readCell = (field: RosterField, cell: GivenCell | undefined): ReadCell => {
  if (!cell) return { text: '' };
  if (cell.kind === 'formula') {
    return faulty('这一格是公式，不能采用。', '选中这一列，复制，再用“选择性粘贴－数值”贴回原处。');
  }
  if (cell.kind === 'error') return faulty('这一格是错误值。', '请填上正确的内容。');
  if (cell.kind === 'date' && field !== 'birthDay') {
    return faulty('这一格被表格软件改成了日期。', AS_TEXT);
  }
  if (isUnreadable(cell.text)) return faulty('里面有不能显示的字符或乱码。', '请删掉后重新填写。');
  const text = cell.kind === 'number' ? wholeNumber(cell.text) : asMeant(cell.text);
  const isNumber = field === 'idNumber' || field === 'phone' || field === 'regionCode';
  const isCutShort = cell.kind === 'number' || /[eE]\+/.test(text);
  if ((isNumber || field === 'household') && isCutShort && isLongNumber(text)) {
    return faulty('号码太长，被表格软件存成了数字，后几位已经丢了。', AS_TEXT);
  }
  if (text.length > MAX_CHARACTERS) return faulty('内容太长了。', '请核对是不是填错了列。');
  if (isNumber) return { text: plainCharacters(text).toUpperCase() };
  return { text: field === 'name' ? writtenName(text) : text.normalize('NFKC') };
};

/** Shorter numbers show only how they begin. */
const maskedNumber = (text: string): string =>
  text.length <= 8 ? `${text.slice(0, 2)}${'*'.repeat(Math.max(0, text.length - 2))}` : maskIdNumber(text);

/** What of a cell may be shown to whoever corrects the file: enough to find it, not enough to use it. */
export const shownValue = (field: RosterField, text: string): string => {
  const short = Array.from(text).slice(0, 24).join('');
  if (field === 'name') return maskName(short);
  if (field === 'idNumber' || field === 'phone') return maskedNumber(short);
  return short;
};
