import type { CoverForPerson } from 'shared/claim/check-cover.contract';
import type { AccidentCause, ClaimKind } from 'shared/claim/claim.schema';
import { roughFaults, type RoughFigure } from 'shared/claim/estimate';
import { textOf, type ErrorCode } from 'shared/errors/catalogue';
import { parseYuan } from 'shared/money/fen';
import { isChinaDay, type ChinaDay } from 'shared/time/china-day';

/** What a family says before it files: about whom, which day, what happened, and roughly how much. */
export interface BeforeForm {
  /** Of a known person; empty before a choice. */
  readonly person: string;
  readonly day: ChinaDay;
  readonly kind: ClaimKind | undefined;
  readonly cause: AccidentCause | undefined;
  /** As typed, in yuan. */
  readonly bill: string;
  readonly social: 'yes' | 'no' | undefined;
  /** As typed, in yuan. */
  readonly others: string;
  /** As typed. */
  readonly days: string;
  readonly grade: string;
}

export const EMPTY_BEFORE_FORM: BeforeForm = {
  person: '',
  day: '',
  kind: undefined,
  cause: undefined,
  bill: '',
  social: undefined,
  others: '',
  days: '',
  grade: '',
};

/** One question; `social` asks for what was paid back too. */
export type BeforeField = Exclude<keyof BeforeForm, 'others'>;
/** What is to be mended, by answer. */
export type BeforeFaults = Readonly<Partial<Record<keyof BeforeForm, string>>>;

/** The figures that an estimate of a kind needs; none where the sum is fixed. */
export const figuresAsked = (
  kind: ClaimKind | undefined,
  covers: readonly CoverForPerson[],
): ('bill' | 'social' | 'days' | 'grade')[] => {
  if (kind === 'medical') {
    const paysDays = covers.some(({ allowance }) => allowance !== null);
    return ['bill', 'social', ...(paysDays ? (['days'] as const) : [])];
  }
  if (kind === 'allowance') return ['days'];
  return kind === 'disability' ? ['grade'] : [];
};

const wholeNumber = (text: string): number | undefined => {
  const plain = text.normalize('NFKC').trim();
  return /^\d{1,4}$/.test(plain) ? Number(plain) : undefined;
};

/** A whole number between two bounds, or what is said instead. */
const within = (text: string, most: number, words: string): { value: number } | { fault: string } => {
  const value = wholeNumber(text);
  return value === undefined || value < 1 || value > most ? { fault: words } : { value };
};

const DAYS_WORDS = '请写住院几天，1 到 366 的整数。';
const GRADE_WORDS = '请写伤残几级，1 到 10 的整数。';

/** What is wrong with the answers to some questions. */
export const faultsOf = (form: BeforeForm, fields: readonly BeforeField[]): BeforeFaults => {
  const checks: Readonly<Record<BeforeField, () => BeforeFaults>> = {
    person: () => (form.person === '' ? { person: '请选一位家人。' } : {}),
    day: () => (isChinaDay(form.day) ? {} : { day: '请选出事的日子。' }),
    kind: () => (form.kind === undefined ? { kind: '请选一种情况。' } : {}),
    cause: () => (form.cause === undefined ? { cause: '请选一个原因。' } : {}),
    bill: () => (parseYuan(form.bill) === undefined ? { bill: textOf('AMOUNT_INVALID') } : {}),
    social: () => {
      if (form.social === undefined) return { social: '请选走没走医保。' };
      return form.social === 'yes' && parseYuan(form.others) === undefined
        ? { others: textOf('AMOUNT_INVALID') }
        : {};
    },
    days: () => {
      if (form.days === '' && form.kind !== 'allowance') return {};
      return 'fault' in within(form.days, 366, DAYS_WORDS) ? { days: DAYS_WORDS } : {};
    },
    grade: () => ('fault' in within(form.grade, 10, GRADE_WORDS) ? { grade: GRADE_WORDS } : {}),
  };
  const own = Object.assign({}, ...fields.map((field) => checks[field]())) as BeforeFaults;
  if (Object.keys(own).length > 0) return own;
  const asksFigures = fields.some((field) => field === 'bill' || field === 'social');
  return asksFigures ? faultsAt(roughFaults(roughFigures(form))) : {};
};

/** Where each place of the cloud's input is mended. */
const FIELDS: Readonly<Record<string, keyof BeforeForm>> = {
  person: 'person',
  day: 'day',
  billFen: 'bill',
  paidByOthersFen: 'others',
  days: 'days',
  grade: 'grade',
  kind: 'kind',
};

/** Faults by answer, from faults by place of the input (`figures.0.billFen`). */
export const faultsAt = (
  faults: readonly { readonly path: string; readonly code: ErrorCode; readonly message?: string }[],
): BeforeFaults =>
  Object.fromEntries(
    faults.flatMap(({ path, code, message = textOf(code) }) => {
      const field = FIELDS[path.split('.').pop() ?? ''];
      return field === undefined ? [] : [[field, message] as const];
    }),
  );

/** The figures as the cloud is asked with them; an answer that is still missing counts as nothing. */
export const roughFigures = (form: BeforeForm): RoughFigure[] => {
  const days = wholeNumber(form.days);
  const stay = days === undefined || days === 0 ? [] : [{ kind: 'allowance', days } as const];
  switch (form.kind) {
    case undefined:
      return [];
    case 'medical':
      return [
        {
          kind: 'medical',
          billFen: parseYuan(form.bill) ?? 0,
          afterSocialInsurance: form.social === 'yes',
          paidByOthersFen: form.social === 'yes' ? (parseYuan(form.others) ?? 0) : 0,
        },
        ...stay,
      ];
    case 'allowance':
      return stay;
    case 'disability':
      return [{ kind: 'disability', grade: wholeNumber(form.grade) ?? 0 }];
    case 'death':
    case 'illness':
      return [{ kind: form.kind }];
  }
};
