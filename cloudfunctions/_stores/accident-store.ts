import { collection } from '../_core/collection';
import { accident } from '../../shared/claim/accident.schema';

/** One accident of one person under one policy: its claims by kind, and the deductible borne. */
export const accidents = collection({ name: 'accidents', schema: accident });
