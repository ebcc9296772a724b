/** A table of a printed sheet. */
export interface SheetTable {
  readonly heading: string;
  readonly columns: readonly {
    readonly title: string;
    /** Part of the width; all parts are added up. */
    readonly width: number;
    readonly align: 'left' | 'right';
  }[];
  readonly rows: readonly (readonly string[])[];
  /** The last row, set apart; empty: none. */
  readonly total: readonly string[];
}

/** What stands on a sheet of paper, from top to bottom; how it looks is the printer's. */
export interface Sheet {
  readonly title: string;
  readonly subtitle: string;
  /** Said before all else: a sample, a cancelled policy. */
  readonly notices: readonly { readonly tone: 'due' | 'bad'; readonly text: string }[];
  readonly facts: readonly (readonly [label: string, value: string])[];
  readonly tables: readonly SheetTable[];
  readonly notes: readonly { readonly heading: string; readonly paragraphs: readonly string[] }[];
  /** A code to scan (JPEG or PNG), beside the title; null: none. */
  readonly code: { readonly picture: Buffer; readonly caption: string } | null;
  /** On every page, with its number. */
  readonly footer: string;
  /** Epoch ms; stands in the file's properties, so that the same sheet is the same file. */
  readonly issuedAt: number;
}

/** Prints sheets as PDF, in Chinese, with the glyphs they use inside. */
export interface PdfPort {
  /** A4. A character that the font lacks is printed as 〓, and the sheet says which one it stands for. */
  print(sheet: Sheet): Promise<Buffer>;
}
