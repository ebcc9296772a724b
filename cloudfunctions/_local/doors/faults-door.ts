import type { z } from '../../../shared/zod';
import type { FaultPlan } from '../faults/fault-plan';
import { FAULT_KINDS, faultRules } from '../faults/fault-rules';
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
      return refused('INVALID_FAULTS', `故障计划不正确：${read.error.issues.map(reasonOf).join('；')}`, 400);
    }
    plan.set(read.data);
  }
  return json(plan.view());
}

function reasonOf(issue: z.core.$ZodIssue): string {
  const where = issue.path.join('.');
  switch (issue.code) {
    case 'unrecognized_keys':
      return `${where} 没有 ${issue.keys.join('、')}`;
    case 'too_small':
      return `${where} 至少为 ${String(issue.minimum)}`;
    case 'too_big':
      return `${where} 至多为 ${String(issue.maximum)}`;
    case 'invalid_type':
      return `${where} 应为 ${issue.expected}`;
    case 'invalid_union':
      return `${where} 只能是 ${FAULT_KINDS.join('、')}`;
    default:
      return `${where} ${issue.message}`;
  }
}

function parsed(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
