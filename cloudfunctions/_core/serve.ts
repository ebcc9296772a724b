import type { FieldFault, Reply } from '../../shared/contract/contract';
import { AppError } from '../../shared/errors/app-error';
import { textOf, type ErrorCode } from '../../shared/errors/catalogue';
import { rolesOf } from '../../shared/identity/access-table';
import { rolesHeldAt } from '../../shared/identity/role';
import { z } from '../../shared/zod';
import { readStores, writeStores } from '../_stores/stores';
import type { Caller } from './caller';
import { deriveSecretId } from './ids';
import { answerKept, onceUnder } from './once';
import type { Operation, Workshop } from './operation';
import { TransactionBusy } from './ports/database';
import type { Ports } from './ports/ports';
import type { Vault } from './vault';

/** Who the platform says is calling, and the id under which the call is logged. */
export interface Invocation {
  /** Undefined when nobody is logged in. */
  readonly openid: string | undefined;
  readonly requestId: string;
}

/** One line of the log; never personal data, never the input. */
export interface LogLine {
  readonly requestId: string;
  readonly operation: string;
  readonly code: string;
  readonly milliseconds: number;
  /** What a timer's job did, in numbers. */
  readonly counts?: object;
  /** Stack of an unexpected fault. */
  readonly fault?: string;
}

export interface Runtime {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly log: (line: LogLine) => void;
}

/** Largest input accepted, as WeChat limits the data of a call. Source: WeChat Cloud "callFunction". */
const MAX_INPUT_BYTES = 256 * 1024;

const envelope = z.strictObject({ name: z.string().check(z.maxLength(60)), input: z.unknown() });

/** The stores and ports as business code is given them. */
export const workshopOf = ({ ports, vault }: Pick<Runtime, 'ports' | 'vault'>): Workshop => ({
  ports,
  vault,
  read: readStores(ports.database, vault),
  write: (work) => ports.database.transaction((transaction) => work(writeStores(transaction, vault))),
});

const callerOf = async (workshop: Workshop, openid: string, isStaffOnly: boolean): Promise<Caller> => {
  const householdId = deriveSecretId(workshop.vault, 'hh', openid);
  const staffId = deriveSecretId(workshop.vault, 'stf', openid);
  const staff = isStaffOnly ? await workshop.read.staff.get(staffId) : undefined;
  return {
    openid,
    householdId,
    staffId,
    staffName: staff?.name,
    roles: staff ? rolesHeldAt(staff, workshop.ports.clock.now()) : [],
  };
};

const CHINESE = /[一-鿿]/;

/** Of a field that nobody asked for: its name is the caller's own words. */
const LONGEST_PATH = 100;

/** Zod's issues as faults at their fields; messages that are not ours become the catalogue's. */
const faultsOf = (issues: readonly z.core.$ZodIssue[]): FieldFault[] =>
  issues.slice(0, 20).map((issue) => {
    if (issue.code === 'unrecognized_keys') {
      const path = [...issue.path.map(String), issue.keys[0] ?? ''].join('.').slice(0, LONGEST_PATH);
      return { path, code: 'FIELD_INVALID', message: '没有这一项，请更新小程序后再试。' };
    }
    const missing = issue.code === 'invalid_type' && issue.input === undefined;
    const code: ErrorCode = missing ? 'FIELD_REQUIRED' : 'FIELD_INVALID';
    return {
      path: issue.path.map(String).join('.'),
      code,
      message: CHINESE.test(issue.message) ? issue.message : textOf(code),
    };
  });

const refusal = (
  requestId: string,
  code: ErrorCode,
  message: string,
  fields: readonly FieldFault[],
): Reply => ({
  ok: false,
  error: { code, message, requestId, ...(fields.length > 0 ? { fields } : {}) },
});

class InvalidInput extends Error {
  constructor(readonly fields: readonly FieldFault[]) {
    super('invalid input');
  }
}

/** Size of an event as it was sent; what is nested too deep to be written again is too large in any case. */
const bytesOf = (event: unknown): number => {
  try {
    return Buffer.byteLength(JSON.stringify(event ?? null));
  } catch {
    return Infinity;
  }
};

const answer = async (
  runtime: Runtime,
  registry: ReadonlyMap<string, Operation>,
  event: unknown,
  invocation: Invocation,
): Promise<unknown> => {
  if (bytesOf(event) > MAX_INPUT_BYTES) throw new AppError('REQUEST_TOO_LARGE');
  const request = envelope.safeParse(withoutPlatformFields(event));
  const operation = request.success ? registry.get(request.data.name) : undefined;
  const roles = request.success ? rolesOf(request.data.name) : undefined;
  if (!request.success || !operation || !roles) throw new AppError('OPERATION_UNKNOWN');
  if (!invocation.openid) throw new AppError('UNAUTHENTICATED');

  const workshop = workshopOf(runtime);
  const open = roles.includes('member');
  const caller = await callerOf(workshop, invocation.openid, !open);
  if (!open && !caller.roles.some((held) => roles.includes(held.role))) throw new AppError('FORBIDDEN');

  const input = operation.contract.input.safeParse(request.data.input ?? {}, { reportInput: true });
  if (!input.success) throw new InvalidInput(faultsOf(input.error.issues));

  const requestOf = () => {
    const { requestId } = z.object({ requestId: z.string() }).parse(input.data);
    const name = { openid: caller.openid, operation: operation.contract.name, requestId };
    return { ...name, body: input.data, at: workshop.ports.clock.now() };
  };
  const output = await operation.run({
    ...workshop,
    input: input.data,
    caller,
    once: (work) => workshop.write(onceUnder(requestOf(), work)),
    answered: () => answerKept(workshop.read, requestOf()),
  });
  return operation.contract.output.parse(output);
};

/** `callFunction` adds fields of its own to the event. Source: WeChat Cloud "云函数 event.userInfo, tcbContext". */
const withoutPlatformFields = (event: unknown): unknown => {
  if (event === null || typeof event !== 'object') return event;
  return Object.fromEntries(
    Object.entries(event).filter(([key]) => key !== 'userInfo' && key !== 'tcbContext'),
  );
};

const outcomeOf = (error: unknown, requestId: string): { reply: Reply; fault?: string } => {
  if (error instanceof InvalidInput) {
    return { reply: refusal(requestId, 'INVALID_INPUT', textOf('INVALID_INPUT'), error.fields) };
  }
  if (error instanceof AppError)
    return { reply: refusal(requestId, error.code, error.message, error.fields) };
  if (error instanceof TransactionBusy) return { reply: refusal(requestId, 'BUSY', textOf('BUSY'), []) };
  const fault = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { reply: refusal(requestId, 'INTERNAL', textOf('INTERNAL'), []), fault };
};

/** Makes a function's answer to `callFunction` from its registry. */
export const serve = (runtime: Runtime, operations: readonly Operation[]) => {
  const registry = new Map(operations.map((operation) => [operation.contract.name, operation]));
  return async (event: unknown, invocation: Invocation): Promise<Reply> => {
    const started = runtime.ports.clock.now();
    const log = (code: string, fault?: string): void =>
      runtime.log({
        requestId: invocation.requestId,
        operation: nameIn(event, registry),
        code,
        milliseconds: runtime.ports.clock.now() - started,
        ...(fault === undefined ? {} : { fault }),
      });
    try {
      const data = await answer(runtime, registry, event, invocation);
      log('OK');
      return { ok: true, data };
    } catch (error) {
      const { reply, fault } = outcomeOf(error, invocation.requestId);
      log(reply.ok ? 'OK' : reply.error.code, fault);
      return reply;
    }
  };
};

/** The operation's name for the log, only if it is one of ours. */
const nameIn = (event: unknown, registry: ReadonlyMap<string, Operation>): string => {
  const name: unknown =
    event !== null && typeof event === 'object' && 'name' in event ? event.name : undefined;
  return typeof name === 'string' && registry.has(name) ? name : 'unknown';
};
