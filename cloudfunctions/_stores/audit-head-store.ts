import { collection } from '../_core/collection';
import { auditHead } from '../_core/audit.schema';

/** Newest row of each record's audit chain. */
export const auditHeads = collection({ name: 'audit_heads', schema: auditHead });
