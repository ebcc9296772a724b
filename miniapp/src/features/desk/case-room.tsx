import { useState } from 'react';
import type { CaseView } from 'shared/claim/case-view';
import type { ChinaDay } from 'shared/time/china-day';
import { CaseNotices } from './case-notices';
import { CaseWork } from './case-work';
import { useAttendance } from './use-attendance';
import { useDecision, type Decision } from './use-decision';

interface CaseRoomProps {
  /** The case as it was read last. */
  loaded: CaseView;
  today: ChinaDay;
  /** What is shown may be old: why the newest could not be had. */
  staleText: string | undefined;
  reload: () => Promise<void>;
}

/** How often the case was assessed: each time begins with the facts of the time before. */
const assessments = ({ steps }: CaseView): number => steps.filter(({ state }) => state === 'assessed').length;

/** One case on the desk, with who else is at it and what changed while it was open. */
export function CaseRoom({ loaded, today, staleText, reload }: CaseRoomProps) {
  const { open, decide, isDeciding, ending } = useDecision(loaded);
  const present = useAttendance(open.claimId);
  const [knownSteps, setKnownSteps] = useState<number>();

  const known = Math.max(present?.version ?? 0, ending?.kind === 'outdated' ? ending.version + 1 : 0);
  const look = async () => {
    setKnownSteps(open.steps.length);
    await reload();
  };
  return (
    <CaseWork
      key={assessments(open)}
      open={open}
      today={today}
      failed={ending?.kind === 'failed' ? ending : undefined}
      decide={(decision: Decision) => {
        setKnownSteps(undefined);
        return decide(decision);
      }}
      notices={
        <CaseNotices
          open={open}
          ending={ending}
          others={present?.others ?? []}
          isBehind={!isDeciding && known > open.version}
          knownSteps={knownSteps}
          staleText={staleText}
          onLook={look}
        />
      }
    />
  );
}
