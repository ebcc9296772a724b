import { collection } from '../_core/collection';
import { tryCount } from '../../shared/household/try-count';

/** How often a person made us say that somebody is already insured. Source: domain R5. */
export const tries = collection({ name: 'tries', schema: tryCount });
