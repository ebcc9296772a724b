import { useState } from 'react';
import type { InputOf } from 'shared/contract/contract';
import { uploadRoster } from 'shared/roster/roster.contracts';
import { toCallFailed, type CallFailed } from '@/lib/cloud/call-failed';
import { uploadFile } from '@/lib/cloud/upload';
import { chooseSheet, type ChosenSheet } from '@/lib/media/choose-sheet';
import { useCommand } from '@/lib/query/use-command';

/** What a roster is for: all that is told besides the file. */
export type RosterPurpose = Omit<InputOf<typeof uploadRoster>, 'requestId' | 'fileId' | 'fileName'>;

/** A file that is chosen, then uploaded and taken in as a roster; each try uploads it anew. */
export const useRosterUpload = () => {
  const [sheet, setSheet] = useState<ChosenSheet>();
  const [failed, setFailed] = useState<CallFailed>();
  const command = useCommand(uploadRoster);
  const { reset } = command;

  const choose = async (): Promise<void> => {
    const chosen = await chooseSheet();
    if (chosen === undefined) return;
    reset();
    setFailed(undefined);
    setSheet(chosen);
  };

  /** Answers the roster's id; undefined when it was refused. */
  const send = async (purpose: RosterPurpose): Promise<string | undefined> => {
    if (sheet === undefined) return undefined;
    setFailed(undefined);
    try {
      const fileId = await uploadFile(sheet.path, 'rosters-inbox');
      const outcome = await command.run({ ...purpose, fileId, fileName: sheet.name });
      return outcome.ok ? outcome.data.roster.id : undefined;
    } catch (thrown) {
      setFailed(toCallFailed(thrown));
      return undefined;
    }
  };

  return { sheet, choose, send, error: failed ?? command.error };
};
