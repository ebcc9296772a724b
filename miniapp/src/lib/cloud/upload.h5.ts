import { z } from 'shared/zod';
import { whoAmI } from '../identity/who-am-i.h5';
import { openFile } from '../media/open-file.h5';
import { CallFailed } from './call-failed';
import { inboxPath, NOT_UPLOADED, type Inbox } from './inbox-path';

const stored = z.object({ fileID: z.string() });

/** A name by what the browser takes the file for. */
const KINDS: Readonly<Record<string, string>> = { 'image/png': 'photo.png', 'audio/wav': 'voice.wav' };

/** The browser's side of `uploadFile`: the path is that of a chosen or a kept file. */
export const uploadFile = async (path: string, inbox: Inbox = 'claims-inbox'): Promise<string> => {
  try {
    const file = await openFile(path);
    const kind = KINDS[file.type] ?? 'photo.jpg';
    const answer = await fetch(`/_local/files/${inboxPath(kind, inbox)}`, {
      method: 'PUT',
      headers: { 'x-openid': await whoAmI(), 'content-type': file.type },
      body: file,
    });
    return z.parse(stored, await answer.json()).fileID;
  } catch {
    throw new CallFailed('NETWORK', { message: NOT_UPLOADED[inbox] });
  }
};
