import { contract } from '../contract/contract';
import { z } from '../zod';
import { policyId, requestId } from '../contract/fields';
import { fen } from '../money/fen';
import { cancellationView } from './cancellation-view';
import { policyView } from './policy-view';

/** What cancelling a policy now would come to. Writes nothing. */
export const previewCancellation = contract({
  name: 'previewCancellation',
  function: 'household',
  input: z.strictObject({ policyId }),
  output: z.strictObject({ policy: policyView, cancellation: cancellationView }),
  errors: ['POLICY_NOT_FOUND', 'POLICY_OVER', 'CANCEL_HAS_CLAIM', 'CANCEL_BY_PHONE'],
});

/** Ends a policy before its time; the rest of the premium goes back to who paid it. Safe to repeat. */
export const cancelPolicy = contract({
  name: 'cancelPolicy',
  function: 'household',
  input: z.strictObject({
    requestId,
    policyId,
    /** What the family saw; only compared, never taken. */
    refundFen: fen,
  }),
  output: z.strictObject({ policy: policyView, cancellation: cancellationView }),
  errors: [...previewCancellation.errors, 'POLICY_CHANGED', 'REFUND_CHANGED'],
});
