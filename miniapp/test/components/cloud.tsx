/** A page of the mini-program with a cloud whose answers the test gives. */
import type { ReactElement } from 'react';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, type RenderResult } from '@testing-library/react';
import { answers } from './taro';

type Input = Record<string, unknown>;
/** Answers one operation: its data, or an object with `fail`. */
export type Operation = (input: Input) => unknown;

/** What the operation answers when it refuses. */
export const refusal = (
  code: string,
  message: string,
  fields: { path: string; code: string; message: string }[] = [],
) => ({ fail: { code, message, requestId: 'call-1', fields } });

const isRefusal = (answer: unknown): answer is ReturnType<typeof refusal> =>
  typeof answer === 'object' && answer !== null && 'fail' in answer;

/** Every call that reached the cloud, in its order. */
export interface CloudSeen {
  calls: { name: string; input: Input }[];
}

/** Sets the cloud's operations for the running test; an operation that is not given makes the call fail. */
export const cloudAnswers = (operations: Readonly<Record<string, Operation>>): CloudSeen => {
  const seenByCloud: CloudSeen = { calls: [] };
  answers.set('cloud.callFunction', async (options) => {
    const { name, input } = (options as { data: { name: string; input: Input } }).data;
    seenByCloud.calls.push({ name, input });
    const operation = operations[name];
    if (operation === undefined) throw new Error(`The test gave no answer for ${name}`);
    const answer = await operation(input);
    return { result: isRefusal(answer) ? { ok: false, error: answer.fail } : { ok: true, data: answer } };
  });
  return seenByCloud;
};

/** Renders a page as the app does, with nothing known from the cloud yet. */
export const renderPage = (page: ReactElement): RenderResult => {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, networkMode: 'always' } } });
  return render(<QueryClientProvider client={client}>{page}</QueryClientProvider>);
};
