import { collection } from '../_core/collection';
import { auditRow } from '../_core/audit.schema';
import { INDEXES } from './indexes';

/** Audit rows by chain. */
export const auditRows = collection({
  name: 'audit_rows',
  schema: auditRow,
  indexes: INDEXES.audit_rows,
});
