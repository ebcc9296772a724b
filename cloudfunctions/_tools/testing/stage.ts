import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Contract, InputOf, OutputOf, Reply } from '../../../shared/contract/contract';
import { createPdf } from '../../_adapters/pdf/pdf';
import { createRuntime } from '../../_adapters/runtime';
import { createWechatPay } from '../../_adapters/wechat-pay';
import { wechatPaySettings } from '../../_adapters/wechat-pay-settings';
import { workshopOf, serve, type LogLine, type Runtime } from '../../_core/serve';
import type { Workshop } from '../../_core/operation';
import type { FaultRules } from '../../_local/faults/fault-rules';
import type { LocalCloud } from '../../_local/local-cloud';
import { startTestCloud } from '../../_local/testing';
import { COLLECTIONS } from '../../_stores/stores';
import { deskOperations } from '../../desk/registry';
import { householdOperations } from '../../household/registry';
import { staffOperations } from '../../staff/registry';
import { seed } from '../seed';

/** The product on a local cloud of its own, with the demo in it: real SDK, real stores, real WeChat Pay signatures. */
export interface Stage {
  readonly cloud: LocalCloud;
  readonly workshop: Workshop;
  /** What the runtime logged, oldest first. */
  readonly log: readonly LogLine[];
  /** Calls an operation as somebody and answers the whole reply. */
  call<C extends Contract>(contract: C, input: InputOf<C>, openid: string): Promise<Reply>;
  /** As `call`, with input that no client of ours would send. */
  callRaw(name: string, input: unknown, openid: string | undefined): Promise<Reply>;
  /** Calls an operation that must succeed and answers its data. */
  ask<C extends Contract>(contract: C, input: InputOf<C>, openid: string): Promise<OutputOf<C>>;
  /** What somebody does at WeChat's cashier. */
  cashier(
    payment: { readonly package: string },
    openid: string,
    result: 'pay' | 'cancel' | 'fail',
  ): Promise<void>;
  /** Uploads a file as a phone does and answers its id. */
  upload(
    name: string,
    bytes: Buffer,
    openid: string,
    folder?: 'claims-inbox' | 'rosters-inbox',
  ): Promise<string>;
  /** What is to go wrong from now on, instead of what was to go wrong before. */
  faults(...rules: FaultRules['rules']): Promise<void>;
  /** Waits until every callback that is due was answered, and lists them, newest first. */
  settledCallbacks(): Promise<{ outTradeNo: string; attempts: number; end?: string }[]>;
  close(): Promise<void>;
}

const post = async (url: string, openid: string, body: unknown): Promise<Response> =>
  fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-openid': openid },
    body: JSON.stringify(body),
  });

export interface StageOptions {
  /** Time of the local cloud at the start (epoch ms). */
  readonly now?: number;
  /** With the built functions behind their doors: operations run in them, callbacks arrive, timers run, their clock can be moved. Without, operations run in this process. */
  readonly functions?: boolean;
}

const FUNCTIONS = join(__dirname, '..', '..', 'dist');

/** Sets the stage. */
export const setStage = async ({ now, functions = false }: StageOptions = {}): Promise<Stage> => {
  const cloud = await startTestCloud({
    collections: Object.values(COLLECTIONS),
    ...(functions ? { functionsDir: FUNCTIONS } : {}),
    ...(now === undefined ? {} : { now }),
  });
  await seed({
    environment: cloud.environment(),
    now: () => cloud.clock.now(),
    putIdentities: (identities) => cloud.storeIdentities(identities),
  });
  const clock = { now: () => cloud.clock.now() };
  const made = createRuntime(process.env, createPdf());
  const log: LogLine[] = [];
  const runtime: Runtime = {
    vault: made.vault,
    ports: { ...made.ports, clock, payment: createWechatPay(wechatPaySettings(process.env), clock.now) },
    log: (line) => log.push(line),
  };
  const operations = [...householdOperations, ...staffOperations, ...deskOperations];
  const answer = serve(runtime, operations);
  const callRaw = async (name: string, input: unknown, openid: string | undefined): Promise<Reply> => {
    if (!functions) return answer({ name, input }, { openid, requestId: 'stage' });
    const target =
      operations.find(({ contract }) => contract.name === name)?.contract.function ?? 'household';
    const response = await post(`${cloud.url}/_local/call/${target}`, openid ?? '', { name, input });
    return (await response.json()) as Reply;
  };
  return {
    cloud,
    workshop: workshopOf(runtime),
    log,
    callRaw,
    call: (contract, input, openid) => callRaw(contract.name, input, openid),
    ask: async <C extends Contract>(contract: C, input: InputOf<C>, openid: string) => {
      const reply = await callRaw(contract.name, input, openid);
      if (!reply.ok) throw new Error(`${contract.name}: ${JSON.stringify(reply.error)}`);
      return contract.output.parse(reply.data) as OutputOf<C>;
    },
    cashier: async (payment, openid, result) => {
      const prepayId = payment.package.replace('prepay_id=', '');
      const response = await post(`${cloud.url}/_local/cashier/${prepayId}`, openid, {
        result,
        params: payment,
      });
      if (!response.ok) throw new Error(`cashier: ${String(response.status)} ${await response.text()}`);
    },
    upload: async (name, bytes, openid, folder = 'claims-inbox') => {
      const response = await fetch(`${cloud.url}/_local/files/${folder}/${name}`, {
        method: 'PUT',
        headers: { 'x-openid': openid },
        body: new Uint8Array(bytes),
      });
      const { fileID } = (await response.json()) as { fileID: string };
      return fileID;
    },
    faults: async (...rules) => {
      const response = await post(`${cloud.url}/_local/faults`, '', { rules });
      if (!response.ok) throw new Error(`faults: ${await response.text()}`);
    },
    settledCallbacks: async () => {
      const response = await fetch(`${cloud.url}/_local/wechat/callbacks?settle=1`);
      const { callbacks } = (await response.json()) as {
        callbacks: { outTradeNo: string; attempts: number; end?: string }[];
      };
      return callbacks;
    },
    close: () => cloud.close(),
  };
};

let requests = 0;
/** A fresh request id, as a client makes one per intention. */
export const requestIdForTest = (): string => {
  requests += 1;
  return `test-request-${String(requests).padStart(6, '0')}-${randomBytes(4).toString('hex')}`;
};
