import { answerConsole } from '../console/console-door';
import type { ConsoleParts } from '../console/console-parts';
import type { FaultPlan } from '../faults/fault-plan';
import { FunctionFailure } from '../functions/failure';
import type { Timers } from '../timers';
import type { LocalRequest, LocalResponse, StateStore, WechatSide } from '../wechat-side';
import { answerCall } from './call-door';
import { answerClock } from './clock-door';
import { answerContracts } from './contracts-door';
import { answerFaults } from './faults-door';
import { answerIdentities } from './identities-door';
import { json, jsonText, refused } from './replies';
import { answerUpload } from './upload-door';

export interface DoorParts extends ConsoleParts {
  readonly state: StateStore;
  readonly wechat: WechatSide;
  readonly faultPlan: FaultPlan;
}

const ROOT = '/_local/';

/** Answers everything under `/_local/`: what only the local run has, for its browser build, its tests and its people. */
export async function answerDoor(parts: DoorParts, request: LocalRequest): Promise<LocalResponse> {
  const [door = '', ...rest] = request.path.slice(ROOT.length).split('/');
  const name = rest.join('/');
  switch (`${request.method} ${door}`) {
    case 'GET ':
    case 'GET console':
    case 'POST console':
      return answerConsole(parts, name, request);
    case 'POST call':
      return answerCall(parts.runner, parts.appid, name, request);
    case 'GET contracts':
      return answerContracts();
    case 'GET clock':
    case 'POST clock':
      return answerClock(parts.clock, request);
    case 'GET timers':
      return json({ timers: parts.timers.names() });
    case 'POST timers':
      return answerTimer(parts.timers, decodeURIComponent(name));
    case 'GET identities':
    case 'PUT identities':
      return answerIdentities(parts.state, request);
    case 'GET faults':
    case 'POST faults':
    case 'DELETE faults':
      return answerFaults(parts.faultPlan, request);
    case 'PUT files':
      return answerUpload(parts.storage, name, request);
    default:
      return (await parts.wechat.routes(request)) ?? refused('NOT_FOUND', '没有这个本地入口。', 404);
  }
}

/** `POST /_local/timers/NAME`: runs a timer now; `{ok:true,data}` holds what its function returned. */
async function answerTimer(timers: Timers, name: string): Promise<LocalResponse> {
  try {
    const result = await timers.runNow(name);
    if (result === undefined) return refused('TIMER_NOT_FOUND', '没有这个定时任务。', 404);
    return jsonText(`{"ok":true,"data":${result}}`);
  } catch (error) {
    if (!(error instanceof FunctionFailure)) throw error;
    return refused(error.kind === 'timeout' ? 'TIMEOUT' : 'INTERNAL', '定时任务没有成功，详见日志。');
  }
}
