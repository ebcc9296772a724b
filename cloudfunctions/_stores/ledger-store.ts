import { collection } from '../_core/collection';
import { ledgerEntry } from '../../shared/money/ledger.schema';
import { INDEXES } from './indexes';

/** Double-entry rows of every change of money. */
export const ledger = collection({ name: 'ledger', schema: ledgerEntry, indexes: INDEXES.ledger });
