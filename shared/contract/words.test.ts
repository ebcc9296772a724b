import { z } from '../zod';
import { lines, personName, plainCharacters, words, writtenName } from './words';

const name = words({ max: 10, missing: '请填写姓名。' });
const story = lines({ min: 4, max: 20, missing: '请写几句经过。' });

const faultOf = (schema: typeof name, text: string): string | undefined =>
  z.safeParse(schema, text).error?.issues[0]?.message;

describe('words', () => {
  it('are kept without what nobody sees', () => {
    expect(z.parse(name, ' \u200b王\u202e建国\ufeff\t')).toBe('王建国');
    expect(z.parse(story, '在田里\r\n摔倒了\n')).toBe('在田里\n摔倒了');
  });

  it('keep rare characters and emoji whole', () => {
    expect(z.parse(name, '𬭎𠮷')).toBe('𬭎𠮷');
    expect(z.parse(story, '脚扭了😢')).toBe('脚扭了😢');
  });

  it.each(['王\u0000', '王\u001b[31m', '王\ud800', '王\ufffd', '王\u0085', '王\ue863', '王\u{f0000}'])(
    'refuse %j',
    (text) => {
      expect(faultOf(name, text)).toBe('有不能显示的字符，请删掉后重写。');
    },
  );

  it('refuse a second line where one is asked for', () => {
    expect(faultOf(name, '王\n建国')).toBe('有不能显示的字符，请删掉后重写。');
  });

  it('say what is missing and what is too long', () => {
    expect(faultOf(name, ' \u3000\u200b')).toBe('请填写姓名。');
    expect(faultOf(name, '王'.repeat(11))).toBe('最多 10 个字。');
  });
});

it('digits and letters are read as they are meant', () => {
  expect(plainCharacters('３５０４２１ 19900101－００1ｘ')).toBe('35042119900101001x');
  expect(plainCharacters('138–0013—8000')).toBe('13800138000');
});

describe('the name of a person', () => {
  it.each(['·', '.', '．', '•', '‧', '・', '･', '∙', '⋅', ' · ', '··'])(
    'is one spelling, whichever dot parts it: %j',
    (dot) => {
      expect(writtenName(`阿依古丽${dot}买买提`)).toBe('阿依古丽\u00b7买买提');
    },
  );

  it('has full-width letters and copies of characters made plain', () => {
    expect(writtenName('　Ｌｉ\u200b伟\u{f92c}')).toBe('Li伟\u90ce');
  });

  it('has no blanks between its characters, as forms fill up short ones', () => {
    for (const written of ['王　芳', '王 芳', '王\u00a0 芳']) expect(writtenName(written)).toBe('王芳');
    expect(writtenName('王 Li 芳')).toBe('王 Li 芳');
  });

  it('keeps what tells people apart: rare characters, and a dot that is none', () => {
    for (const kept of ['王𬭎', '〇一', '王、芳', '王。芳']) expect(writtenName(kept)).toBe(kept);
  });

  it('is checked as words are', () => {
    const schema = personName({ max: 10, missing: '请填写姓名。' });
    expect(faultOf(schema, ' ')).toBe('请填写姓名。');
    expect(faultOf(schema, '王\n芳')).toBe('有不能显示的字符，请删掉后重写。');
    expect(z.parse(schema, '阿卜杜拉・买买提')).toBe('阿卜杜拉·买买提');
  });
});
