import { SAMPLE_CLAIM } from '../testing/sample-claim';
import { instantAt } from '../time/china-day';
import { complaintClock, complaintDueDay } from './complaint.schema';
import { staffBehind } from './staff-behind';

describe('the clock of a complaint', () => {
  it('gives fifteen calendar days, holidays and weekends among them, by the China day it came on', () => {
    expect(complaintDueDay(instantAt('2026-09-25', '23:59'))).toBe('2026-10-10');
    expect(complaintDueDay(instantAt('2026-09-26', '00:00'))).toBe('2026-10-11');
    expect(complaintDueDay(instantAt('2026-12-20', '09:00'))).toBe('2027-01-04');
  });

  const due = '2026-10-10';
  it.each([
    ['at once', instantAt('2026-09-25', '10:00'), 'told', instantAt('2026-10-07', '08:00')],
    [
      'a minute before the warning',
      instantAt('2026-10-07', '07:59'),
      'told',
      instantAt('2026-10-07', '08:00'),
    ],
    [
      'three days before the day',
      instantAt('2026-10-07', '08:00'),
      'warned',
      instantAt('2026-10-11', '08:00'),
    ],
    ['on the last day', instantAt('2026-10-10', '23:59'), 'warned', instantAt('2026-10-11', '08:00')],
    ['when the day has passed', instantAt('2026-10-11', '08:00'), 'escalated', null],
    ['when nobody looked for a year', instantAt('2027-10-11', '08:00'), 'escalated', null],
  ])('tells %s what holds then', (_when, now, alarm, nextLookAt) => {
    expect(complaintClock(due, now)).toEqual({ alarm, nextLookAt });
  });
});

describe('colleagues behind a claim', () => {
  it('are all who moved, handled, assessed or decided it, each once; never the family', () => {
    const step = (staffId: string | null) => ({
      state: 'registered' as const,
      at: SAMPLE_CLAIM.reportedAt,
      by: { role: staffId === null ? ('member' as const) : ('handler' as const), staffId },
      reason: null,
    });
    const claim = {
      ...SAMPLE_CLAIM,
      steps: [step(null), step('stf_a'), step('stf_b')],
      handlerId: 'stf_a',
      assessorId: 'stf_c',
      pastAssessorIds: ['stf_d'],
      approverId: 'stf_e',
    };
    expect(staffBehind(claim).sort()).toEqual(['stf_a', 'stf_b', 'stf_c', 'stf_d', 'stf_e']);
  });
});
