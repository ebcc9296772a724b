import { toJSONSchema } from '../../../shared/zod-json-schema';
import type { LocalResponse } from '../wechat-side';
import { json } from './replies';

type Schema = Parameters<typeof toJSONSchema>[0];

/** One operation as `registries.ts` lists it. */
interface ListedOperation {
  readonly name: string;
  readonly function: string;
  readonly roles: readonly string[];
  readonly input: unknown;
  readonly output: unknown;
  readonly errors: readonly string[];
}

/** `GET /_local/contracts`: every operation with the JSON schema of its input and output. */
export async function answerContracts(): Promise<LocalResponse> {
  const { operationList } = await import('../../registries');
  const operations = (operationList() as readonly ListedOperation[]).map((operation) => ({
    name: operation.name,
    function: operation.function,
    roles: operation.roles,
    input: schemaOf(operation.input, 'input'),
    output: schemaOf(operation.output, 'output'),
    errors: operation.errors,
  }));
  return json({ operations });
}

function schemaOf(schema: unknown, io: 'input' | 'output'): unknown {
  return toJSONSchema(schema as Schema, { io, unrepresentable: 'any' });
}
