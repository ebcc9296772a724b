import fc from 'fast-check';
import * as fields from '../../../../shared/message/template-fields';
import { fieldFault } from './field-rules';

const templateOf = (key: string) => ({ name: 'x', id: 'x', title: 'x', fields: [{ key, label: 'x' }] });
const isLawful = (key: string, value: unknown): boolean =>
  fieldFault(templateOf(key), { [key]: { value } }) === undefined;

describe('a template field', () => {
  it.each([
    ['thing1', '字'.repeat(20)],
    ['number1', '-12.5'],
    ['letter1', 'Abc'],
    ['symbol1', '!?'],
    ['character_string1', `MX-${'1'.repeat(29)}`],
    ['time1', '15:01'],
    ['time1', '2019年10月1日 15:01~2019年10月1日 16:01'],
    ['time1', '2019-10-01 15:01:09'],
    ['date1', '2019年10月1日'],
    ['date1', '2019/10/01 15:01'],
    ['date1', '10月1日~10月7日'],
    ['amount1', '¥9999999999.99'],
    ['amount1', '100.00元'],
    ['phone_number1', '+86-0766-66888866'],
    ['car_number1', '粤A8Z888挂'],
    ['name1', '十个汉字的名字刚刚好哟'.slice(0, 10)],
    ['name1', 'Alexander Maximilian'],
    ['phrase1', '配送中'],
  ])('%s may be %s', (key, value) => {
    expect(isLawful(key, value)).toBe(true);
  });

  it.each([
    ['thing1', '字'.repeat(21)],
    ['thing1', '两\n行'],
    ['thing1', ''],
    ['thing1', 12],
    ['number1', '12a'],
    ['number1', '1'.repeat(33)],
    ['letter1', 'A1'],
    ['symbol1', '!!!!!!'],
    ['character_string1', '案件1'],
    ['character_string1', '1'.repeat(33)],
    ['time1', '2019年10月1日'],
    ['time1', '明天'],
    ['date1', '15:01'],
    ['amount1', '12345678901'],
    ['amount1', '1,000.00'],
    ['amount1', '一百元'],
    ['phone_number1', '1'.repeat(18)],
    ['car_number1', '粤A8Z888挂车车'],
    ['name1', '汉'.repeat(11)],
    ['name1', 'A'.repeat(21)],
    ['phrase1', '六个汉字太长'],
    ['phrase1', 'OK'],
    ['unknown1', '值'],
  ])('%s may not be %s', (key, value) => {
    expect(isLawful(key, value)).toBe(false);
  });

  it('is always lawful as our formatters write it', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    fc.assert(fc.property(text, (any) => isLawful('thing1', fields.thing(any))));
    fc.assert(fc.property(text, (any) => isLawful('phrase1', fields.phrase(`审核${any}`))));
    fc.assert(fc.property(text, (any) => isLawful('name1', fields.personName(`王${any}`))));
    fc.assert(fc.property(text, (any) => isLawful('character_string1', fields.characterString(`MX${any}`))));
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (fen) =>
        isLawful('amount1', fields.amount(fen)),
      ),
    );
    const instant = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2099, 11, 31) });
    fc.assert(fc.property(instant, (at) => isLawful('time1', fields.time(at))));
    expect(isLawful('date1', fields.date('2026-06-12'))).toBe(true);
  });
});
