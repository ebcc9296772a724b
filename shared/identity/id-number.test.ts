import fc from 'fast-check';
import { idNumberFor } from '../testing/id-numbers';
import { checkCharacterOf, normaliseIdNumber, readIdNumber } from './id-number';
import { maskAccount, maskIdNumber, maskName, maskPhone } from './masking';

describe('resident identity number', () => {
  it('reads birth date and sex from a valid number', () => {
    expect(readIdNumber('11010519491231002X')).toEqual({ birthDay: '1949-12-31', sex: 'female' });
    expect(readIdNumber(idNumberFor('2014-05-20', 43))).toEqual({ birthDay: '2014-05-20', sex: 'male' });
  });

  it.each([
    ['a wrong check digit', '110105194912310021'],
    ['a day that does not exist', `35042119900230001${checkCharacterOf('35042119900230001')}`],
    ['a birth before anybody alive', idNumberFor('1899-12-31', 11)],
    ['fifteen digits', '110105491231002'],
    ['letters', '11010519491231A02X'],
    ['nothing', ''],
  ])('refuses %s', (_what, text) => {
    expect(readIdNumber(text)).toBeUndefined();
  });

  it('takes spaces and a small x as people type them', () => {
    expect(normaliseIdNumber(' 110105 19491231 002x ')).toBe('11010519491231002X');
  });

  it('notices every single wrong digit', () => {
    const number = idNumberFor('1985-03-15', 11);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (position, digit) => {
        const changed = `${number.slice(0, position)}${String(digit)}${number.slice(position + 1)}`;
        return changed === number || readIdNumber(changed) === undefined;
      }),
    );
  });
});

describe('masking', () => {
  it('keeps enough to recognise one`s own and too little for others', () => {
    expect(maskName('王建国')).toBe('王*国');
    expect(maskName('王芳')).toBe('王*');
    expect(maskIdNumber('350421198503150019')).toBe('3504**********0019');
    expect(maskAccount('6222021402001234567')).toBe('**** 4567');
    expect(maskPhone('13850801234')).toBe('138****1234');
  });
});
