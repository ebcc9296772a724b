import { contract } from '../contract/contract';
import { fen } from '../money/fen';
import { chinaDay } from '../time/china-day';
import { z } from '../zod';
import { statementPart } from './assessment.schema';
import { knownPerson } from './check-cover.contract';
import { roughFigure } from './estimate';

const { planName, benefit, formula, totalFen } = statementPart.shape;

/**
 * What a claim would come to, by the rules that decide it and what is left today: an estimate from rough figures, not a
 * promise, and kept nowhere.
 */
export const estimateClaim = contract({
  name: 'estimateClaim',
  function: 'household',
  input: z.strictObject({
    person: knownPerson,
    /** Of the accident. */
    day: chinaDay,
    figures: z.array(roughFigure).check(z.minLength(1, '请至少填一项。'), z.maxLength(5)),
  }),
  output: z.strictObject({
    /** Each policy and benefit, in the order in which they pay. */
    parts: z.array(z.strictObject({ planName, benefit, formula, totalFen })),
    totalFen: fen,
    /** Some of the plans are samples. */
    isSample: z.boolean(),
  }),
  errors: [
    'POLICY_NOT_FOUND',
    'PERSON_NOT_INSURED',
    'ACCIDENT_IN_FUTURE',
    'ACCIDENT_BEFORE_BIRTH',
    'NOT_COVERED_THAT_DAY',
    'KIND_NOT_COVERED',
    'AMOUNT_INVALID',
  ],
});
