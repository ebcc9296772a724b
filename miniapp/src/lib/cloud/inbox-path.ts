import { randomText } from '../random/random-text';

/** Folders that clients may write to. */
export type Inbox = 'claims-inbox' | 'rosters-inbox';

/** What is said when a file did not arrive. */
export const NOT_UPLOADED: Readonly<Record<Inbox, string>> = {
  'claims-inbox': '照片没有传上去，请检查网络后再传一次。',
  'rosters-inbox': '文件没有传上去，请检查网络后再传一次。',
};

/** Where a client may put a file: one new name under an inbox; the kind is only a hint, the server looks inside. */
export const inboxPath = (path: string, inbox: Inbox): string => {
  const [other, known] =
    inbox === 'claims-inbox'
      ? ['jpg', /\.(png|webp|jpe?g|heic|mp3|aac|m4a|wav)(?:[?#]|$)/i]
      : ['xlsx', /\.(csv)$/i];
  return `${inbox}/${randomText(24)}.${known.exec(path)?.[1]?.toLowerCase() ?? other}`;
};
