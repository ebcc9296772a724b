import { collection } from '../_core/collection';
import { keptAnswer } from '../_core/kept-answer';

/** First answers of write requests, given again to a repeat. */
export const answers = collection({ name: 'answers', schema: keptAnswer, sealed: ['answer'] });
