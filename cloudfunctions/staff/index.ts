import { createRuntime } from '../_adapters/runtime';
import { callableEntry } from '../_core/entry';
import { staffOperations } from './registry';

export const main = callableEntry(createRuntime(process.env), staffOperations);
