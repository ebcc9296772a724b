import { randomText } from '../random/random-text';

/** Where a client may put a file: one new name under the inbox; the kind is only a hint, the server looks inside. */
export const inboxPath = (path: string): string => {
  const kind = /\.(png|webp|jpe?g|heic)(?:[?#]|$)/i.exec(path)?.[1]?.toLowerCase() ?? 'jpg';
  return `claims-inbox/${randomText(24)}.${kind}`;
};
