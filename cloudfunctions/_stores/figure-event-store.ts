import { collection } from '../_core/collection';
import { figureEvent } from '../../shared/report/figures';
import { INDEXES } from './indexes';

/** Events that figures are folded from. */
export const figureEvents = collection({
  name: 'figure_events',
  schema: figureEvent,
  indexes: INDEXES.figure_events,
});
