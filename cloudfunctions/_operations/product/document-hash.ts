import { createHash } from 'node:crypto';
import type { SaleDocument } from '../../../shared/product/plan.schema';

/** SHA-256 (hex) of a page as the buyer sees it: everything in it but the hash itself. Source: domain R25. */
export const documentHash = ({ id, kind, version, title, sections }: Omit<SaleDocument, 'sha256'>): string =>
  createHash('sha256').update(JSON.stringify({ id, kind, version, title, sections })).digest('hex');
