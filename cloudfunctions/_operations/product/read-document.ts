import { AppError } from '../../../shared/errors/app-error';
import { readDocument } from '../../../shared/product/read-document.contract';
import { operation } from '../../_core/operation';
import { planOf } from './sale-plan';

/**
 * One page of the sale in full, with who sells it.
 * Reads: plans. Writes nothing.
 * Errors: PLAN_UNKNOWN (also a document that is not of this plan).
 */
export const readDocumentOperation = operation(readDocument, async (context) => {
  const plan = await planOf(context, context.input.planId);
  const document = plan.documents.find((candidate) => candidate.id === context.input.documentId);
  if (!document) throw new AppError('PLAN_UNKNOWN');
  return { planId: plan.id, insurerName: plan.insurer.name, filingNumber: plan.filingNumber, document };
});
