/** Where clients may put rosters. */
const ROSTER_INBOX = 'rosters-inbox/';

/** Whether a file lies in the inbox for rosters. Source: CloudBase "fileID". */
export const isRosterInboxFile = (fileId: string): boolean => {
  const path = /^cloud:\/\/[A-Za-z0-9._-]+\/([A-Za-z0-9._/-]+)$/.exec(fileId)?.[1];
  return path?.startsWith(ROSTER_INBOX) === true && !path.split('/').includes('..');
};
