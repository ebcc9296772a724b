import { addDays, chinaDayOf, DAY_MS, instantAt, type ChinaDay, type EpochMs } from '../time/china-day';
import { workingDayBefore, type WorkingCalendar } from '../time/working-days';
import { lastStepIn, type Claim } from './claim.schema';
import { turnOf, UNDECIDED_STATES, type ClaimState } from './claim-state';
import { advanceWarningOn, dueDays, payBy, type ClaimClocks, type ClockRun } from './clocks';
import { servicePromiseOf } from './service-promise.config';

type Alarm = Claim['alarm'];
/** An alarm that the desk is told of. */
export type RaisedAlarm = Exclude<Alarm, 'none'>;

/** What of a claim its clocks look at. */
export type Timed = Pick<
  Claim,
  | 'id'
  | 'countyCode'
  | 'state'
  | 'steps'
  | 'complexity'
  | 'promise'
  | 'clockFrom'
  | 'pauses'
  | 'greenChannel'
  | 'alarm'
  | 'advance'
  | 'reportedAt'
>;

/** What follows from a claim's state and clocks; stored with it at every change. */
type Standing = Pick<Claim, 'alarm' | 'nextLookAt' | 'turn' | 'queueKey'>;

/** When the desk is told: at the start of a working day, not at midnight. China time. */
const TOLD_AT = '08:00';
/** A paid or refused claim is closed after so many days, if nothing happens. */
const CLOSED_AFTER_DAYS = 30;

const ALARMS: readonly Alarm[] = ['none', 'warned', 'escalated', 'advanceDue'];
const NOT_REGISTERED: readonly ClaimState[] = ['reported', 'accepted'];
/** The family agreed, and its money is awaited. */
const TO_BE_PAID: readonly ClaimState[] = ['agreed', 'paying', 'paymentFailed'];
/** The family is asked for something: its answer to a decision, or papers. */
const AWAITS_FAMILY: readonly ClaimState[] = ['approved', 'papersAsked'];
/** A family that says nothing is reminded after so many days, and called after so many. */
const REMINDED_AFTER_DAYS = 3;
const CALLED_AFTER_DAYS = 10;
/** Closed by the clock. */
const SETTLED: readonly ClaimState[] = ['paid', 'refused'];

const lastStepAt = (claim: Pick<Claim, 'steps'>, ...states: ClaimState[]): EpochMs | undefined =>
  lastStepIn(claim, ...states)?.at;

/** What a claim's clocks count from and leave out. */
export const clockRunOf = (claim: Pick<Claim, 'clockFrom' | 'pauses'>, now: EpochMs): ClockRun => ({
  since: claim.clockFrom,
  pauses: claim.pauses,
  now,
});

/** The clocks of a claim under the promise of its county. Source: domain R15–R17. */
export const clocksOf = (calendar: WorkingCalendar, claim: Timed, now: EpochMs): ClaimClocks =>
  dueDays(calendar, servicePromiseOf(claim.countyCode), {
    ...clockRunOf(claim, now),
    complexity: claim.complexity,
  });

/** Whether a claim waits for its family. */
export const awaitsFamily = ({ state }: Pick<Claim, 'state'>): boolean => AWAITS_FAMILY.includes(state);

const isUndecided = (claim: Pick<Claim, 'state'>): boolean => UNDECIDED_STATES.includes(claim.state);

/** The day by which the desk must have done its part; undefined when nothing is due. Source: domain R16. */
export const dueDayOf = (claim: Pick<Claim, 'state' | 'steps' | 'promise'>): ChinaDay | undefined => {
  if (isUndecided(claim)) return claim.promise.day;
  const agreedAt = TO_BE_PAID.includes(claim.state) ? lastStepAt(claim, 'agreed') : undefined;
  return agreedAt === undefined ? undefined : payBy(agreedAt);
};

/**
 * A claim's place in the desk's queue, as text that sorts: the green channel first, then what is due first, then what
 * was reported first. Source: domain R19.
 */
export const queueKeyOf = (
  claim: Pick<Claim, 'id' | 'state' | 'steps' | 'promise' | 'greenChannel' | 'reportedAt'>,
): string =>
  [
    claim.greenChannel ? '0' : '1',
    dueDayOf(claim) ?? claim.promise.day,
    String(claim.reportedAt).padStart(13, '0'),
    claim.id,
  ].join('|');

/** When each alarm is raised; an alarm without a time is never raised. */
type AlarmTimes = Readonly<Partial<Record<Alarm, EpochMs>>>;

const tellingOn = (day: ChinaDay): EpochMs => instantAt(day, TOLD_AT);

/** Nobody at the desk is late while the family is asked; but a family that is silent is reminded, then called. */
const silenceTimes = (claim: Timed): AlarmTimes => {
  const asked = chinaDayOf(lastStepAt(claim, claim.state) ?? claim.reportedAt);
  return {
    warned: tellingOn(addDays(asked, REMINDED_AFTER_DAYS)),
    escalated: tellingOn(addDays(asked, CALLED_AFTER_DAYS)),
  };
};

const alarmTimes = (calendar: WorkingCalendar, claim: Timed, now: EpochMs): AlarmTimes => {
  if (awaitsFamily(claim)) return silenceTimes(claim);
  const due = dueDayOf(claim);
  if (due === undefined) return {};
  const warned = tellingOn(workingDayBefore(calendar, due));
  const escalated = tellingOn(addDays(due, 1));
  if (!isUndecided(claim)) return { warned, escalated };
  const { acceptBy } = clocksOf(calendar, claim, now);
  const mustBeRegistered = acceptBy !== null && NOT_REGISTERED.includes(claim.state);
  const isAdvancePaid = claim.advance !== null && claim.advance.approvedAt !== null;
  return {
    warned: mustBeRegistered ? Math.min(warned, tellingOn(addDays(acceptBy, 1))) : warned,
    escalated,
    ...(isAdvancePaid ? {} : { advanceDue: tellingOn(advanceWarningOn(clockRunOf(claim, now))) }),
  };
};

/** The highest alarm whose time has come. */
const alarmAt = (times: AlarmTimes, now: EpochMs): Alarm =>
  [...ALARMS].reverse().find((alarm) => (times[alarm] ?? Infinity) <= now) ?? 'none';

const rung = (alarm: Alarm): number => ALARMS.indexOf(alarm);

/** When the next alarm above this one is raised; null when none is. */
const nextAlarmAt = (times: AlarmTimes, alarm: Alarm): EpochMs | null =>
  ALARMS.slice(rung(alarm) + 1).flatMap((next) => times[next] ?? [])[0] ?? null;

/** When the clock closes a claim; undefined when it does not. */
export const closesAt = (claim: Pick<Claim, 'state' | 'steps'>): EpochMs | undefined => {
  const settledAt = SETTLED.includes(claim.state) ? lastStepAt(claim, ...SETTLED) : undefined;
  return settledAt === undefined ? undefined : settledAt + CLOSED_AFTER_DAYS * DAY_MS;
};

/** The last whole day on which the family can object to a refusal: then the clock closes the claim. Source: domain R22. */
export const objectBy = (refusedAt: EpochMs): ChinaDay =>
  addDays(chinaDayOf(refusedAt + CLOSED_AFTER_DAYS * DAY_MS), -1);

/** With the family's date as it is now; a claim that was decided keeps its date. */
const redated = <T extends Timed>(claim: T, calendar: WorkingCalendar, now: EpochMs): T =>
  isUndecided(claim) ? { ...claim, promise: clocksOf(calendar, claim, now).family } : claim;

const withAlarm = <T extends Timed>(claim: T, times: AlarmTimes, alarm: Alarm): T & Standing => {
  const turn = turnOf(claim.state);
  return {
    ...claim,
    alarm,
    nextLookAt: closesAt(claim) ?? nextAlarmAt(times, alarm),
    turn,
    queueKey: turn && queueKeyOf(claim),
  };
};

/**
 * A claim after a change, with what follows from it: the family's date, whose turn it is and its place in the queue, when
 * the clock looks at it next. An alarm may fall here, when the date has moved; it is raised by the clock alone, which
 * then tells the desk. Source: domain R15–R19.
 */
export const withClocks = <T extends Timed>(
  claim: T,
  calendar: WorkingCalendar,
  now: EpochMs,
): T & Standing => {
  const dated = redated(claim, calendar, now);
  const times = alarmTimes(calendar, dated, now);
  const alarm = alarmAt(times, now);
  return withAlarm(dated, times, rung(alarm) < rung(claim.alarm) ? alarm : claim.alarm);
};

/** The same when the clock looks at a claim: `raised` names an alarm that the desk must be told of now. */
export const withAlarmOf = <T extends Timed>(
  claim: T,
  calendar: WorkingCalendar,
  now: EpochMs,
): { claim: T & Standing; raised: RaisedAlarm | undefined } => {
  const dated = redated(claim, calendar, now);
  const times = alarmTimes(calendar, dated, now);
  const alarm = alarmAt(times, now);
  const raised = alarm !== 'none' && rung(alarm) > rung(claim.alarm) ? alarm : undefined;
  return { claim: withAlarm(dated, times, alarm), raised };
};
