import { Fragment } from 'react';
import type { Question } from './what-questions';

/** All questions of the second step below one another, or the one that is asked now. */
export function WhatForm({ questions }: { questions: readonly Question[] }) {
  return (
    <>
      {questions.map(({ key, control }) => (
        <Fragment key={key}>{control}</Fragment>
      ))}
    </>
  );
}
