import type { FaultPlan } from '../faults/fault-plan';
import { faultRules } from '../faults/fault-rules';
import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, refused } from './replies';

/**
 * `/_local/faults`: `GET` → `{seed, rules, firings}`; `POST` with `{seed?, rules}` (see `faults/fault-rules.ts`)
 * replaces the plan, `DELETE` empties it; both answer as `GET`.
 */
export function answerFaults(plan: FaultPlan, request: LocalRequest): LocalResponse {
  if (request.method === 'DELETE') plan.clear();
  if (request.method === 'POST') {
    const read = faultRules.safeParse(parsed(request.body));
    if (!read.success) {
      const [issue] = read.error.issues;
      const where = issue?.path.join('.') ?? '';
      return refused('INVALID_FAULTS', `故障计划不正确：${where} ${issue?.message ?? ''}`, 400);
    }
    plan.set(read.data);
  }
  return json(plan.view());
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
