import jpeg from 'jpeg-js';
import type { Sheet } from '../../_core/ports/pdf';
import { pdfText } from '../../_tools/testing/pdf';
import { printSheet } from './print-sheet';

const SQUARE = jpeg.encode({ width: 8, height: 8, data: Buffer.alloc(256, 90) }, 90).data;
const sheet = (changes: Partial<Sheet> = {}): Sheet => ({
  title: '电子保单',
  subtitle: '家庭意外伤害保险',
  notices: [],
  facts: [['保单号', '35042126000000000002']],
  tables: [],
  notes: [],
  code: { picture: SQUARE, caption: '微信扫一扫' },
  footer: '暖家保',
  issuedAt: Date.UTC(2026, 5, 1),
  ...changes,
});
const table = (names: readonly string[]): Sheet['tables'] => [
  {
    heading: '受保障的人',
    columns: [
      { title: '姓名', width: 2, align: 'left' },
      { title: '最多赔', width: 1, align: 'right' },
    ],
    rows: names.map((name) => [name, '66,666.67 元']),
    total: ['全家合计', '200,000.00 元'],
  },
];

describe('printing', () => {
  it('keeps Chinese as text that can be read back, rare characters of names too', async () => {
    const [page = ''] = pdfText(
      await printSheet(
        sheet({ tables: table(['𬭎㛃䶮', '欧阳娜仁·古丽']), notices: [{ tone: 'due', text: '示例金额' }] }),
      ),
    );
    for (const text of [
      '电子保单',
      '35042126000000000002',
      '𬭎㛃䶮',
      '欧阳娜仁·古丽',
      '66,666.67 元',
      '示例金额',
    ])
      expect(page).toContain(text);
    expect(page).not.toContain('〓');
  });

  it('says which character it cannot print, in its place and at the end', async () => {
    const [page = ''] = pdfText(await printSheet(sheet({ tables: table(['王𠮷']) })));
    expect(page).toContain('王〓');
    expect(page).toContain('U+20BB7');
  });

  it('is the same file for the same sheet, with the used glyphs alone', async () => {
    const [one, other] = [await printSheet(sheet()), await printSheet(sheet())];
    expect(one.equals(other)).toBe(true);
    expect(one.length).toBeLessThan(60_000);
  });

  it('goes on to a second page when many are insured, each page numbered, nobody lost', async () => {
    const names = Array.from({ length: 60 }, (_, at) => `家人${String(at)}`);
    const pages = pdfText(await printSheet(sheet({ tables: table(names) })));
    expect(pages.length).toBe(3);
    const all = pages.join('|').split('|');
    expect(names.filter((name) => !all.includes(name))).toEqual([]);
    pages.forEach((page, at) => expect(page).toContain(`第 ${at + 1} 页，共 3 页`));
  });
});
