import { z } from '../zod';
import { lines, plainCharacters, words } from './words';

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

  it.each(['王\u0000', '王\u001b[31m', '王\ud800', '王\ufffd', '王\u0085'])('refuse %j', (text) => {
    expect(faultOf(name, text)).toBe('有不能显示的字符，请删掉后重写。');
  });

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
