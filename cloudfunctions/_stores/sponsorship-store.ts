import { collection } from '../_core/collection';
import { sponsorship } from '../../shared/sponsor/sponsorship.schema';

/** What others pay for a household; found by the household's head. Source: domain R11. */
export const sponsorships = collection({ name: 'sponsorships', schema: sponsorship });
