import type { SpreadsheetPort } from '../../_core/ports/spreadsheet';

/** Spreadsheets through yauzl, saxes, csv-parse and yazl, loaded when the first file comes. */
export const createSpreadsheets = (): SpreadsheetPort => ({
  open: async (bytes) => (await import('./read-spreadsheet')).openSpreadsheet(bytes),
  write: async (sheet) => (await import('./write-spreadsheet')).writeSpreadsheet(sheet),
});
