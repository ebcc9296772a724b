import { idNumberFor } from '../testing/id-numbers';
import { readHeader, type RosterField } from './columns';
import { readCell, shownValue, type GivenCell } from './given-cell';

/** What stands in a file, and what it is taken for. */

const HOLDER = idNumberFor('1985-01-02', 11);
const text = (value: string): GivenCell => ({ kind: 'text', text: value });

describe('the header', () => {
  it('is found in any order and under the names that people write', () => {
    const header = readHeader(
      ['序号', '公民身份号码（必填）', ' 姓 名*', '与户主的关系', '户 号', '所在村', '户类别'],
      'government',
    );
    expect(header?.missing).toEqual([]);
    expect([...(header?.columns.keys() ?? [])]).toEqual([
      'idNumber',
      'name',
      'relation',
      'household',
      'village',
      'group',
    ] satisfies RosterField[]);
  });

  it('is found though each name says behind it how to fill the column', () => {
    const header = readHeader(
      [
        '户编号',
        '姓名',
        '证件号码\n(18位)',
        '与户主关系（本人/配偶/子女）',
        '联系电话【户主】',
        '所在村（居）',
        '类别',
      ],
      'government',
    );
    expect(header).toMatchObject({ missing: [], repeated: [] });
    expect(header?.columns.has('phone')).toBe(true);
  });

  it('names what is missing and what stands twice; a row of people is none', () => {
    const header = readHeader(['姓名', '身份证号', '身份证', '村'], 'government');
    expect(header).toMatchObject({ missing: ['户编号', '与户主关系', '类别'], repeated: ['证件号码'] });
    expect(readHeader(['姓名', '身份证号', '村'], 'employer')?.missing).toEqual([]);
    expect(readHeader(['王建国', HOLDER, '坪埠村'], 'government')).toBeUndefined();
    expect(readHeader(['2026年参保名单', undefined], 'government')).toBeUndefined();
  });
});

describe('a cell', () => {
  it.each<[RosterField, GivenCell, string]>([
    ['name', text(' 王　芳\u200b'), '王芳'],
    ['name', text('阿依古丽．买买提'), '阿依古丽·买买提'],
    ['idNumber', text('３５０４２１ １９８５０１０２－０１１x'), '35042119850102011X'],
    ['idNumber', text("'350421198501020119"), '350421198501020119'],
    ['phone', { kind: 'number', text: '13850801234' }, '13850801234'],
    ['phone', { kind: 'number', text: '13850801234.0' }, '13850801234'],
    ['phone', { kind: 'number', text: '1.3850801234E10' }, '13850801234'],
    ['household', { kind: 'number', text: '2.0260001E7' }, '20260001'],
    ['household', text('Ａ－1'), 'A-1'],
    ['idNumber', text('`350421198501020119'), '350421198501020119'],
    ['regionCode', { kind: 'number', text: '350421200201' }, '350421200201'],
  ])('%s %o is read as %s', (field, cell, meant) => {
    expect(readCell(field, cell)).toEqual({ text: meant });
  });

  it.each<[string, RosterField, GivenCell]>([
    ['后几位已经丢了', 'idNumber', { kind: 'number', text: '3.5042119850102E+17' }],
    ['后几位已经丢了', 'idNumber', { kind: 'number', text: '350421198501020000' }],
    ['后几位已经丢了', 'idNumber', { kind: 'number', text: '3.50421198501020032E17' }],
    ['后几位已经丢了', 'idNumber', text('3.50E+17')],
    ['公式', 'name', { kind: 'formula', text: '' }],
    ['改成了日期', 'household', { kind: 'date', text: '46024' }],
    ['错误值', 'village', { kind: 'error', text: '#N/A' }],
    ['不能显示', 'name', text('王\u0007国')],
    ['不能显示', 'name', text('王\ufffd国')],
    ['太长', 'village', text('村'.repeat(61))],
  ])('says %s', (words, field, cell) => {
    expect(readCell(field, cell).fault?.reason).toContain(words);
  });

  it('is shown masked where it is personal, however wrong it is', () => {
    expect(shownValue('idNumber', '350421198501020119')).toBe('3504**********0119');
    expect(shownValue('idNumber', '12345')).toBe('12***');
    expect(shownValue('phone', '13850801234')).toBe('1385***1234');
    expect(shownValue('name', '王建国')).toBe('王*国');
    expect(shownValue('village', '坪埠村')).toBe('坪埠村');
  });
});
