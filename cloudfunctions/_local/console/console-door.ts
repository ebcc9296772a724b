import type { LocalRequest, LocalResponse } from '../wechat-side';
import { json, refused } from '../doors/replies';
import { collectionsView } from './collections-view';
import type { ConsoleParts } from './console-parts';
import { filesView, openFile } from './files-view';
import { functionsView, logsView } from './functions-view';
import { overviewOf } from './overview';
import { consolePage, consoleScript, consoleStyle } from './page';
import { answerQuery } from './query';

/**
 * `/_local/` is the page; everything under `/_local/console/` only reads. What the page changes (clock, timers,
 * faults, callbacks) it changes through the doors that tests use too.
 */
export async function answerConsole(
  parts: ConsoleParts,
  name: string,
  request: LocalRequest,
): Promise<LocalResponse> {
  switch (`${request.method} ${name}`) {
    case 'GET ':
      return consolePage();
    case 'GET app.js':
      return consoleScript();
    case 'GET app.css':
      return consoleStyle();
    case 'GET overview':
      return json(overviewOf(parts));
    case 'GET functions':
      return json(functionsView(parts));
    case 'GET logs':
      return json(logsView(parts, request.query));
    case 'GET collections':
      return json(collectionsView(parts));
    case 'POST query':
      return answerQuery(parts, request);
    case 'GET files':
      return json(filesView(parts));
    case 'GET file':
      return openFile(parts, request.query.get('path') ?? '');
    default:
      return refused('NOT_FOUND', '控制台没有这个入口。', 404);
  }
}
