import { createHash } from 'node:crypto';
import type { Sheet } from '../../_core/ports/pdf';
import type { Ports } from '../../_core/ports/ports';

/** Prints a sheet, keeps it under the hash of its content, and answers an address that works for ten minutes. */
export const printedFile = async (
  { pdf, files }: Pick<Ports, 'pdf' | 'files'>,
  folder: string,
  sheet: Sheet,
): Promise<string> => {
  const bytes = await pdf.print(sheet);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const fileId = await files.write(`${folder}/${hash}.pdf`, bytes);
  const [url] = await files.temporaryUrls([fileId]);
  if (url === undefined || url === '') throw new Error('a printed file has no address');
  return url;
};
