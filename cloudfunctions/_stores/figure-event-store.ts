import { collection } from '../_core/collection';
import { figureEvent } from '../../shared/report/figures';

/** Events that figures are folded from. */
export const figureEvents = collection({
  name: 'figure_events',
  schema: figureEvent,
  indexes: [['folded', 'at']],
});
