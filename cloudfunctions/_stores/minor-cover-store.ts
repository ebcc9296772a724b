import { collection } from '../_core/collection';
import { minorCover } from '../../shared/policy/policy.schema';

/** What each minor's death is insured for under all plans, read and written in the issuing transaction. Source: domain R27. */
export const minorCovers = collection({ name: 'minor_covers', schema: minorCover });
