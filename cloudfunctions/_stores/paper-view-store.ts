import { paperView } from '../../shared/claim/paper-view.schema';
import { collection } from '../_core/collection';
import { INDEXES } from './indexes';

/** Who looked at the papers of a claim, and when; rows are never changed but for papers seen in the same minute. */
export const paperViews = collection({
  name: 'paper_views',
  schema: paperView,
  indexes: INDEXES.paper_views,
});
