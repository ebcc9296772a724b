import type { CoverForPerson } from 'shared/claim/check-cover.contract';
import { figuresAsked, type BeforeField, type BeforeForm } from './before-form';

/** What stands on one screen of the enquiry: questions, and what is told. */
export type BeforePart = BeforeField | 'answer' | 'estimate' | 'papers';

/** What is known so far. */
export interface Known {
  /** The covers that answer; undefined before the cloud was asked. */
  readonly covers: readonly CoverForPerson[] | undefined;
  /** Whether an estimate may be asked for. */
  readonly mayEstimate: boolean;
}

const isQuestion = (part: BeforePart): part is BeforeField =>
  part !== 'answer' && part !== 'estimate' && part !== 'papers';

/** The questions among the parts of a screen. */
export const questionsOf = (parts: readonly BeforePart[]): BeforeField[] => parts.filter(isQuestion);

/**
 * The screens of the enquiry as far as they can be known: who and when, the answer and what happened, the figures, the
 * estimate and the papers. In the elder edition one part at a time.
 */
export const beforeScreens = (
  form: BeforeForm,
  { covers, mayEstimate }: Known,
  elder: boolean,
): BeforePart[][] => {
  const isCovered = covers === undefined || covers.length > 0;
  const figures = mayEstimate ? figuresAsked(form.kind, covers ?? []) : [];
  const screens: BeforePart[][] = [
    ['person', 'day'],
    [
      'answer',
      ...(isCovered ? (['kind', ...(form.kind === 'illness' ? [] : (['cause'] as const))] as const) : []),
    ],
    ...(isCovered && figures.length > 0 ? [figures] : []),
    ...(isCovered ? [[...(mayEstimate ? (['estimate'] as const) : []), 'papers' as const]] : []),
  ];
  return elder ? screens.flat().map((part) => [part]) : screens;
};
