import { useState } from 'react';
import { checkCover } from 'shared/claim/check-cover.contract';
import { kindsCovered } from 'shared/claim/cover-for-person';
import { estimateClaim } from 'shared/claim/estimate-claim.contract';
import type { ChinaDay } from 'shared/time/china-day';
import type { CallFailed } from '@/lib/cloud/call-failed';
import { useRequest } from '@/lib/query/use-request';
import { faultsAt, faultsOf, roughFigures, type BeforeFaults, type BeforeForm } from './before-form';
import { beforeScreens, questionsOf, type BeforePart } from './before-screens';
import type { CoverChecked } from './cover-answers';
import type { Estimated } from './estimate-card';
import type { KnownOne } from './known-people';

const ANSWERS_OF_CHECK: readonly (keyof BeforeForm)[] = ['person', 'day'];

/** The enquiry before a report: what was answered, what the cloud said, and the way through its screens. */
export const useBefore = (initial: BeforeForm, people: readonly KnownOne[], elder: boolean) => {
  const [form, setForm] = useState(initial);
  const [at, setAt] = useState(0);
  const [faults, setFaults] = useState<BeforeFaults>({});
  const [checked, setChecked] = useState<CoverChecked>();
  const [estimated, setEstimated] = useState<Estimated>();
  const check = useRequest(checkCover);
  const estimate = useRequest(estimateClaim);

  const covers = checked?.policies.flatMap((policy) => policy.covers ?? []);
  // What is left says what was paid: it is told of people on the household's own policies.
  const mayEstimate = checked?.policies.some(({ policyId }) => policyId !== null) ?? false;
  const screens = beforeScreens(form, { covers, mayEstimate }, elder);
  const parts = screens[at] ?? [];
  const following = screens[at + 1];
  const person = people.find(({ key }) => key === form.person);

  const answer = (change: Partial<BeforeForm>): void => {
    const changed = Object.keys(change) as (keyof BeforeForm)[];
    setForm((before) => ({ ...before, ...change }));
    setFaults((before) =>
      Object.fromEntries(Object.entries(before).filter(([key]) => !(changed as string[]).includes(key))),
    );
    if (changed.some((key) => ANSWERS_OF_CHECK.includes(key))) setChecked(undefined);
    setEstimated(undefined);
  };

  /** Shows what the cloud found wrong where it can be mended; what lies elsewhere stays in the request's own error. */
  const showFaults = (failed: CallFailed): void => {
    const found = faultsAt(failed.fields);
    setFaults(found);
    const place = screens.findIndex((screen) =>
      questionsOf(screen).some((field) => found[field] !== undefined),
    );
    if (place >= 0) setAt(place);
  };

  /** What the next screen shows has been asked for; false: it could not be had. */
  const askFor = async (shown: readonly BeforePart[], asked: KnownOne, day: ChinaDay): Promise<boolean> => {
    if (shown.includes('answer') && checked === undefined) {
      const outcome = await check.run({ person: asked.asked, day });
      if (outcome.ok) {
        setChecked(outcome.data);
        const kinds = kindsCovered(outcome.data.policies.flatMap((policy) => policy.covers ?? []));
        // What was chosen before, for another day, may not be covered on this one.
        setForm((before) => ({
          ...before,
          kind: before.kind !== undefined && kinds.includes(before.kind) ? before.kind : undefined,
        }));
      } else showFaults(outcome.error);
      return outcome.ok;
    }
    if (shown.includes('estimate') && estimated === undefined) {
      const outcome = await estimate.run({ person: asked.asked, day, figures: roughFigures(form) });
      if (outcome.ok) setEstimated(outcome.data);
      else showFaults(outcome.error);
      return outcome.ok;
    }
    return true;
  };

  const next = async (): Promise<void> => {
    const found = faultsOf(form, questionsOf(parts));
    setFaults(found);
    if (Object.keys(found).length > 0 || following === undefined || person === undefined) return;
    if (await askFor(following, person, form.day)) setAt(at + 1);
  };

  return {
    form,
    faults,
    answer,
    parts,
    person,
    checked,
    estimated,
    kinds: kindsCovered(covers ?? []),
    /** What the next screen tells first; undefined on the last one. */
    following,
    isFirst: at === 0,
    back: () => setAt(Math.max(0, at - 1)),
    next,
    error: check.error ?? estimate.error,
  };
};
