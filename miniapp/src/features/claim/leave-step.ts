import Taro from '@tarojs/taro';
import type { ClaimForm } from './claim-draft';
import { faultsOfStep, FILING_STEPS, stepPage, type FilingStep } from './filing-steps';
import { showFault } from './show-fault';

/**
 * Leaves a step when its answers are right; otherwise marks what is to be mended and shows the first of it.
 *
 * @returns whether this step, or those places of it, had nothing to mend.
 */
export const checkStep = async (
  step: FilingStep,
  form: ClaimForm,
  paths?: readonly string[],
): Promise<boolean> => {
  const faults = faultsOfStep(step, form.draft, paths === undefined ? {} : { paths });
  form.setFaults(faults);
  const [first] = faults;
  if (first === undefined) return true;
  await showFault(first.path);
  return false;
};

/** Checks a step and opens the one after it. */
export const leaveStep = async (step: FilingStep, form: ClaimForm): Promise<void> => {
  if (!(await checkStep(step, form))) return;
  const next = FILING_STEPS[FILING_STEPS.indexOf(step) + 1];
  if (next !== undefined) await Taro.navigateTo({ url: stepPage(next) });
};
