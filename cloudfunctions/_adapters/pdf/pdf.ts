import type { PdfPort } from '../../_core/ports/pdf';

/** Prints with pdfkit, which is loaded with its font at the first sheet. */
export const createPdf = (): PdfPort => ({
  print: async (sheet) => (await import('./print-sheet')).printSheet(sheet),
});
