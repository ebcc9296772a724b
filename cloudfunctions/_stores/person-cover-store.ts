import { collection } from '../_core/collection';
import { personCover } from '../../shared/policy/policy.schema';
import { INDEXES } from './indexes';

/** All cover of one person under one plan, read and written by the issuing transaction. Source: domain R5. */
export const personCovers = collection({
  name: 'person_covers',
  schema: personCover,
  indexes: INDEXES.person_covers,
});
