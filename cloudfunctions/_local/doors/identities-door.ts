import type { LocalRequest, LocalResponse, StateStore } from '../wechat-side';
import { json, refused } from './replies';

/** Somebody the local user can be: a member of the cast. */
export interface Identity {
  readonly openid: string;
  readonly name: string;
  readonly role: string;
  readonly note: string;
}

const KEY = 'identities';

export function listIdentities(state: StateStore): readonly Identity[] {
  return state.get<Identity[]>(KEY) ?? [];
}

export function storeIdentities(state: StateStore, identities: readonly Identity[]): Promise<void> {
  return state.put(KEY, identities);
}

/** `GET /_local/identities` → the cast; `PUT` replaces it. */
export async function answerIdentities(state: StateStore, request: LocalRequest): Promise<LocalResponse> {
  if (request.method !== 'PUT') return json(listIdentities(state));
  const identities = readIdentities(request.body);
  if (identities === undefined) return refused('INVALID_INPUT', '身份列表格式不正确。', 400);
  await storeIdentities(state, identities);
  return json(identities);
}

function readIdentities(body: Buffer): Identity[] | undefined {
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
  if (!Array.isArray(value)) return undefined;
  const identities = value.filter(isIdentity);
  return identities.length === value.length ? identities : undefined;
}

function isIdentity(value: unknown): value is Identity {
  if (typeof value !== 'object' || value === null) return false;
  const { openid, name, role, note } = value as Partial<Record<keyof Identity, unknown>>;
  return [openid, name, role, note].every((text) => typeof text === 'string') && openid !== '';
}
