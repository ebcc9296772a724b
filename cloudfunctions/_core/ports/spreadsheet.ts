/**
 * Spreadsheets as the operations see them: rows that arrive as they are read, never a whole sheet; workbooks that are
 * written row by row. Formulas are never evaluated, nothing of a file is ever run.
 */

/** `date` is a number that the sheet shows as a date; `formula` is whatever a formula stands for. */
export type CellKind = 'text' | 'number' | 'date' | 'formula' | 'truth' | 'error';

export interface Cell {
  readonly kind: CellKind;
  /** As stored: a number keeps the digits that the file holds, so a loss can be seen. */
  readonly text: string;
}

export interface SheetRow {
  /** As spreadsheet programs count: the first row is 1, blank rows count. */
  readonly number: number;
  /** By column; undefined where a cell is empty. */
  readonly cells: readonly (Cell | undefined)[];
}

export interface Sheet {
  readonly name: string;
  /** Reads the sheet from its beginning, some rows at a time. Throws what `isUnreadable` knows. */
  rows(): AsyncIterable<readonly SheetRow[]>;
}

export interface OpenSpreadsheet {
  readonly kind: 'xlsx' | 'csv';
  /** Hex, over all bytes of the file. */
  readonly sha256: string;
  readonly sizeBytes: number;
  /** In the file's order, hidden ones left out. */
  readonly sheets: readonly Sheet[];
  /** The file as it was taken in. */
  content(): Promise<Buffer>;
  /** Gives disk and handles back; must be called. */
  close(): Promise<void>;
}

/** A sheet to be written: a header and rows of text; text that a program could take for a formula is disarmed. */
export interface SheetToWrite {
  readonly name: string;
  readonly columns: readonly {
    readonly title: string;
    readonly widthCharacters: number;
    /** What may be chosen in this column. */
    readonly choices?: readonly string[];
  }[];
  readonly rows: AsyncIterable<readonly string[]> | Iterable<readonly string[]>;
}

export interface SpreadsheetPort {
  /** Takes a file in, to disk and not to memory, looks what it is and opens it. Throws what `isUnreadable` knows. */
  open(bytes: AsyncIterable<Uint8Array>): Promise<OpenSpreadsheet>;
  /** An .xlsx workbook. */
  write(sheet: SheetToWrite): Promise<Buffer>;
}

/** Largest file that is taken in. */
export const MAX_SPREADSHEET_BYTES = 20 * 1024 * 1024;

/** Why a file is no spreadsheet that can be read. */
export type UnreadableReason =
  | 'empty'
  | 'tooLarge'
  | 'oldExcel'
  /** Of Excel, neither text nor XML: .xlsb. */
  | 'binaryExcel'
  /** A sheet of LibreOffice and others: .ods, .fods. */
  | 'openDocument'
  /** Of Numbers and its like. */
  | 'appleDocument'
  /** Of Excel 2003, one file of XML. */
  | 'xmlTable'
  | 'encrypted'
  | 'macro'
  | 'webPage'
  | 'pdf'
  | 'picture'
  | 'textDocument'
  | 'slides'
  | 'archive'
  | 'otherKind'
  | 'bomb'
  | 'damaged'
  | 'encoding';

/** A file that cannot be read, and why. Told apart by its reason: it may come from a bundle of its own. */
export class UnreadableSpreadsheet extends Error {
  override readonly name = 'UnreadableSpreadsheet';
  constructor(
    readonly reason: UnreadableReason,
    options?: { readonly cause: unknown },
  ) {
    super(`unreadable spreadsheet: ${reason}`, options);
  }
}

export const isUnreadable = (thrown: unknown): thrown is UnreadableSpreadsheet =>
  thrown instanceof Error && thrown.name === 'UnreadableSpreadsheet' && 'reason' in thrown;
