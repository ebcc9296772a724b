import { createPdf } from '../_adapters/pdf/pdf';
import { createRuntime } from '../_adapters/runtime';
import { callableEntry } from '../_core/entry';
import { deskOperations } from './registry';

export const main = callableEntry(createRuntime(process.env, createPdf()), deskOperations);
