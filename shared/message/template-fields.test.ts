import { amount, characterString, date, personName, phrase, thing, time } from './template-fields';

const RARE = '𠮷'; // one character, two UTF-16 units

describe('thing', () => {
  it('keeps 20 characters and shortens the 21st with an ellipsis', () => {
    expect(thing('字'.repeat(20))).toBe('字'.repeat(20));
    expect(thing('字'.repeat(21))).toBe(`${'字'.repeat(19)}…`);
  });
  it('counts a rare character twice and never cuts it in half', () => {
    expect(thing(RARE.repeat(10))).toBe(RARE.repeat(10));
    expect(thing(RARE.repeat(11))).toBe(`${RARE.repeat(9)}…`);
  });
  it('is one line and never empty', () => {
    expect(thing(' 第一行\n\t第二行 ')).toBe('第一行 第二行');
    expect(thing(' \n ')).toBe('无');
  });
});

describe('character_string', () => {
  it('keeps 32 digits, letters and signs, without Chinese', () => {
    expect(characterString('MX-2026/11-0001')).toBe('MX-2026/11-0001');
    expect(characterString('案件MX1')).toBe('MX1');
    expect(characterString('A'.repeat(33))).toBe(`${'A'.repeat(31)}…`);
  });
  it('refuses to be empty', () => {
    expect(() => characterString('案件')).toThrow(RangeError);
  });
});

describe('phrase', () => {
  it('keeps five Chinese characters and nothing else', () => {
    expect(phrase('审核中')).toBe('审核中');
    expect(phrase('等待您补充材料')).toBe('等待您补充');
    expect(phrase('已 赔付（100%）')).toBe('已赔付');
    expect(phrase(RARE.repeat(3))).toBe(RARE.repeat(2));
  });
  it('refuses to be empty', () => {
    expect(() => phrase('OK')).toThrow(RangeError);
  });
});

describe('name', () => {
  it('allows 10 with Chinese, 20 without', () => {
    expect(personName('王小明')).toBe('王小明');
    expect(personName('阿卜杜热西提·买买提艾力江')).toBe('阿卜杜热西提·买买提');
    expect(personName('Alexander Maximilian Smith')).toBe('Alexander Maximilian');
    expect(personName('王小明2')).toBe('王小明');
  });
  it('refuses to be empty', () => {
    expect(() => personName('123')).toThrow(RangeError);
  });
});

describe('amount', () => {
  it.each([
    [0, '¥0.00'],
    [5, '¥0.05'],
    [230_445, '¥2304.45'],
    [999_999_999_999, '¥9999999999.99'],
  ])('%d fen is %s', (fen, text) => {
    expect(amount(fen)).toBe(text);
  });
  it.each([-1, 0.5, NaN, 1_000_000_000_000])('refuses %d', (fen) => {
    expect(() => amount(fen)).toThrow(RangeError);
  });
});

describe('time and date', () => {
  it('are China time', () => {
    expect(time(Date.UTC(2026, 5, 12, 1, 5))).toBe('2026年6月12日 09:05');
    expect(time(Date.UTC(2026, 11, 31, 16, 0))).toBe('2027年1月1日 00:00');
    expect(date('2026-06-12')).toBe('2026年6月12日');
  });
});
