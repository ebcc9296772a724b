import PDFDocument from 'pdfkit';
import type { Sheet, SheetTable } from '../../_core/ports/pdf';
import { printFont, type PrintFont } from './font';

const MARGIN = 48;
const FOOTER_HEIGHT = 40;
const CODE_SIZE = 92;
const FONT = 'body';
const SIZE = { title: 22, heading: 12, body: 10.5, small: 9 } as const;
const GAP = { small: 4, line: 7, block: 18 } as const;
/** The product's colours on white paper. */
const COLOUR = {
  ink: '#17302B',
  second: '#4C625D',
  line: '#E2E5DF',
  brand: '#0B6E5B',
  wash: '#E6F2EE',
  due: '#8A4B00',
  dueWash: '#FDF3E7',
  bad: '#B42318',
} as const;

interface Ink {
  readonly size?: number;
  readonly colour?: string;
  readonly align?: 'left' | 'right' | 'center';
  /** Drawn with a thin outline: one weight of the font is heavy enough to carry. */
  readonly strong?: boolean;
}

/** A pen on A4 that goes down the page and takes a new one when the rest does not fit. */
class Pen {
  readonly left = MARGIN;
  readonly width: number;
  y = MARGIN;
  private readonly bottom: number;

  constructor(
    private readonly paper: PDFKit.PDFDocument,
    private readonly font: PrintFont,
  ) {
    this.width = paper.page.width - 2 * MARGIN;
    this.bottom = paper.page.height - MARGIN - FOOTER_HEIGHT;
  }

  down(points: number): void {
    this.y += points;
  }

  /** Begins a new page unless so much fits on this one. */
  keep(height: number): void {
    if (this.y + height <= this.bottom) return;
    this.paper.addPage();
    this.y = MARGIN;
  }

  heightOf(text: string, width: number, size: number = SIZE.body): number {
    return this.paper.font(FONT, size).heightOfString(this.font.written(text), { width, lineGap: 2 });
  }

  /** Writes into a column without moving down; answers how high it is. */
  write(text: string, x: number, width: number, ink: Ink = {}): number {
    const { size = SIZE.body, colour = COLOUR.ink, align = 'left', strong = false } = ink;
    const height = this.heightOf(text, width, size);
    this.paper.font(FONT, size).fillColor(colour);
    if (strong) this.paper.lineWidth(size / 40).strokeColor(colour);
    this.paper.text(this.font.written(text), x, this.y, {
      width,
      align,
      lineGap: 2,
      ...(strong ? { fill: true, stroke: true } : {}),
    });
    return height;
  }

  /** Writes over the whole width and moves below it. */
  paragraph(text: string, ink: Ink = {}): void {
    this.keep(this.heightOf(text, this.width, ink.size));
    this.y += this.write(text, this.left, this.width, ink) + GAP.small;
  }

  rule(): void {
    this.paper
      .lineWidth(0.6)
      .strokeColor(COLOUR.line)
      .moveTo(this.left, this.y)
      .lineTo(this.left + this.width, this.y)
      .stroke();
  }

  box(height: number, colour: string): void {
    this.paper.rect(this.left, this.y, this.width, height).fill(colour);
  }

  picture(bytes: Buffer, x: number, size: number): void {
    this.paper.image(bytes, x, this.y, { width: size, height: size });
  }
}

/** The code in the corner, from the top down to its caption. */
const printCode = (pen: Pen, { picture, caption }: NonNullable<Sheet['code']>, top: number): void => {
  const x = pen.left + pen.width - CODE_SIZE;
  const below = pen.y;
  pen.y = top;
  pen.picture(picture, x, CODE_SIZE);
  pen.y = Math.max(below, top + CODE_SIZE + GAP.small);
  pen.down(
    pen.write(caption, x - CODE_SIZE, 2 * CODE_SIZE, {
      size: SIZE.small,
      colour: COLOUR.second,
      align: 'right',
    }) + GAP.line,
  );
};

const printHead = (pen: Pen, { title, subtitle, code }: Sheet): void => {
  const room = pen.width - (code ? CODE_SIZE + GAP.block : 0);
  const top = pen.y;
  pen.down(GAP.block);
  pen.down(pen.write(title, pen.left, room, { size: SIZE.title, colour: COLOUR.brand, strong: true }));
  pen.down(GAP.small + pen.write(subtitle, pen.left, room, { size: SIZE.heading, colour: COLOUR.second }));
  if (code) printCode(pen, code, top);
  else pen.down(GAP.block);
};

const printNotices = (pen: Pen, { notices }: Sheet): void => {
  for (const { tone, text } of notices) {
    const inner = pen.width - 2 * GAP.line;
    const height = pen.heightOf(text, inner) + 2 * GAP.line;
    pen.keep(height);
    pen.box(height, tone === 'due' ? COLOUR.dueWash : COLOUR.wash);
    pen.down(GAP.line);
    pen.write(text, pen.left + GAP.line, inner, { colour: COLOUR[tone], strong: true });
    pen.down(height);
  }
};

const LABEL_WIDTH = 92;

const printFacts = (pen: Pen, { facts }: Sheet): void => {
  for (const [label, value] of facts) {
    const room = pen.width - LABEL_WIDTH;
    const height = pen.heightOf(value, room) + 2 * GAP.small;
    pen.keep(height);
    pen.rule();
    pen.down(GAP.small);
    pen.write(label, pen.left, LABEL_WIDTH, { colour: COLOUR.second });
    pen.write(value, pen.left + LABEL_WIDTH, room);
    pen.down(height - GAP.small);
  }
  pen.rule();
  pen.down(GAP.block);
};

const printRow = (pen: Pen, { columns }: SheetTable, cells: readonly string[], ink: Ink): void => {
  const parts = columns.reduce((sum, { width }) => sum + width, 0);
  const last = columns.length - 1;
  const widthOf = (at: number): number =>
    (pen.width * (columns[at]?.width ?? 0)) / parts - (at === last ? 0 : GAP.line);
  const height = Math.max(...columns.map((_, at) => pen.heightOf(cells[at] ?? '', widthOf(at), ink.size)));
  pen.keep(height + 2 * GAP.small);
  pen.rule();
  pen.down(GAP.small);
  let x = pen.left;
  columns.forEach(({ width, align }, at) => {
    pen.write(cells[at] ?? '', x, widthOf(at), { ...ink, align });
    x += (pen.width * width) / parts;
  });
  pen.down(height + GAP.small);
};

const printTable = (pen: Pen, table: SheetTable): void => {
  pen.keep(80);
  pen.paragraph(table.heading, { size: SIZE.heading, colour: COLOUR.brand, strong: true });
  const titles = table.columns.map(({ title }) => title);
  if (titles.some((title) => title !== '')) {
    printRow(pen, table, titles, { size: SIZE.small, colour: COLOUR.second });
  }
  for (const row of table.rows) printRow(pen, table, row, {});
  if (table.total.length > 0) printRow(pen, table, table.total, { strong: true });
  pen.rule();
  pen.down(GAP.block);
};

const printNotes = (pen: Pen, notes: Sheet['notes']): void => {
  for (const { heading, paragraphs } of notes) {
    pen.keep(40);
    pen.paragraph(heading, { size: SIZE.heading, colour: COLOUR.brand, strong: true });
    for (const text of paragraphs) pen.paragraph(text, { colour: COLOUR.second });
    pen.down(GAP.line);
  }
};

/** What 〓 stands for, said on the sheet itself. */
const missingNote = (missing: ReadonlySet<string>): Sheet['notes'] => {
  if (missing.size === 0) return [];
  const codes = Array.from(
    missing,
    (character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()}`,
  );
  const text = `〓 处的字，打印的字库里没有（统一码 ${codes.join('、')}），以身份证上的写法为准，保障不受影响。`;
  return [{ heading: '有字打印不出', paragraphs: [text] }];
};

const printFooters = (paper: PDFKit.PDFDocument, font: PrintFont, footer: string): void => {
  const { start, count } = paper.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    paper.switchToPage(page);
    // Below the margin pdfkit would begin a new page.
    paper.page.margins.bottom = 0;
    const y = paper.page.height - MARGIN - SIZE.small;
    const width = paper.page.width - 2 * MARGIN;
    paper.font(FONT, SIZE.small).fillColor(COLOUR.second);
    paper.text(font.written(footer), MARGIN, y, { width, lineBreak: false });
    paper.text(`第 ${page + 1} 页，共 ${count} 页`, MARGIN, y, { width, align: 'right', lineBreak: false });
  }
};

/** A sheet as a PDF: the same sheet is the same bytes. */
export const printSheet = async (sheet: Sheet): Promise<Buffer> => {
  const font = printFont();
  const issued = new Date(sheet.issuedAt);
  const paper = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    bufferPages: true,
    lang: 'zh-CN',
    // No first font: it would be looked for among pdfkit's own files.
    font: '',
    info: {
      Title: sheet.title,
      CreationDate: issued,
      ModDate: issued,
      Creator: '暖家保',
      Producer: '暖家保',
    },
  });
  paper.registerFont(FONT, font.bytes);
  const parts: Buffer[] = [];
  const printed = new Promise<Buffer>((resolve, reject) => {
    paper.on('data', (part: Buffer) => parts.push(part));
    paper.on('end', () => resolve(Buffer.concat(parts)));
    paper.on('error', reject);
  });
  const pen = new Pen(paper, font);
  printHead(pen, sheet);
  printNotices(pen, sheet);
  printFacts(pen, sheet);
  for (const table of sheet.tables) printTable(pen, table);
  printNotes(pen, sheet.notes);
  printNotes(pen, missingNote(font.missing));
  printFooters(paper, font, sheet.footer);
  paper.end();
  return printed;
};
