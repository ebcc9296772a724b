import {
  answerComplaint,
  COMPLAINTS_PAGE,
  listComplaints,
} from '../../../shared/complaint/complaint.contracts';
import { complaintDueDay, complaintKey, type Complaint } from '../../../shared/complaint/complaint.schema';
import type { OutputOf } from '../../../shared/contract/contract';
import { PLACE, SUPERVISOR } from '../../../shared/testing/cast';
import { DAY_MS, MINUTE_MS } from '../../../shared/time/china-day';
import { deriveId, deriveSecretId } from '../../_core/ids';
import { hires } from '../../_tools/testing/claims';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';

const MANY = 250;
const FAR_COUNTY = '350424';
const FAR_SUPERVISOR = 'o-far-supervisor';
const BOTH_SUPERVISOR = 'o-both-supervisor';

let stage: Stage;
beforeAll(async () => {
  stage = await setStage();
  await hires(stage, FAR_SUPERVISOR, ['supervisor'], FAR_COUNTY);
  await stage.workshop.write(async (tx) => {
    const grant = { role: 'supervisor' as const, since: 0, until: null, limitFen: null };
    await tx.staff.put({
      id: deriveSecretId(stage.workshop.vault, 'stf', BOTH_SUPERVISOR),
      name: '同事',
      openid: BOTH_SUPERVISOR,
      phone: '13860709999',
      grants: [PLACE.county, FAR_COUNTY].map((regionCode) => ({ ...grant, regionCode })),
    });
  });
  const now = stage.cloud.clock.now();
  // Several on a day, in no order, every fifth of them in the other county.
  for (let first = 0; first < MANY; first += 50)
    await stage.workshop.write(async (tx) => {
      for (let index = first; index < first + 50; index += 1) {
        const at = now - ((index * 7) % 13) * DAY_MS - index * MINUTE_MS;
        await tx.complaints.create(raisedAt(index, at, index % 5 === 0 ? FAR_COUNTY : PLACE.county));
      }
    });
});
afterAll(() => stage.close());

const raisedAt = (index: number, at: number, county: string): Complaint => {
  const id = deriveId('cmp', 'pol_many', String(index));
  const dueDay = complaintDueDay(at);
  return {
    id,
    number: String(index),
    householdId: `hh_${String(index)}`,
    openid: `o-${String(index)}`,
    regionCode: county,
    countyCode: county,
    about: { kind: 'policy', id: 'pol_many', number: '1' },
    name: '王建国',
    words: '没有人回电话。',
    phone: null,
    involvedIds: [],
    state: 'open',
    raisedAt: at,
    dueDay,
    queueKey: complaintKey({ dueDay, raisedAt: at, id }),
    alarm: 'told',
    nextLookAt: null,
    answer: null,
  };
};
type Shown = OutputOf<typeof listComplaints>['complaints'][number];

/** All pages of one supervisor's list, and how long each was. */
const pagesOf = async (openid: string, state: Complaint['state'] = 'open') => {
  const shown: Shown[] = [];
  const sizes: number[] = [];
  let next: string | null = null;
  do {
    const page: OutputOf<typeof listComplaints> = await stage.ask(
      listComplaints,
      { state, ...(next === null ? {} : { after: next }) },
      openid,
    );
    shown.push(...page.complaints);
    sizes.push(page.complaints.length);
    next = page.next;
  } while (next !== null);
  return { shown, sizes };
};
const isSorted = (values: readonly (number | string)[]): boolean =>
  values.every((value, index) => index === 0 || (values[index - 1] ?? value) <= value);

describe('250 open complaints', () => {
  it('are all shown, page by page, each once, what is due first on top, then what was raised first', async () => {
    const { shown, sizes } = await pagesOf(BOTH_SUPERVISOR);
    expect(sizes).toEqual(Array.from({ length: MANY / COMPLAINTS_PAGE }, () => COMPLAINTS_PAGE));
    expect(new Set(shown.map(({ complaintId }) => complaintId)).size).toBe(MANY);
    expect(isSorted(shown.map(({ dueDay }) => dueDay))).toBe(true);
    expect(isSorted(shown.map(({ dueDay, raisedAt: at }) => `${dueDay}|${String(at)}`))).toBe(true);
  });

  it('are each county`s own', async () => {
    const [near, far] = [await pagesOf(SUPERVISOR.openid), await pagesOf(FAR_SUPERVISOR)];
    expect([near.sizes, far.sizes]).toEqual([[50, 50, 50, 50], [50]]);
    const ids = [...near.shown, ...far.shown].map(({ complaintId }) => complaintId);
    expect(new Set(ids).size).toBe(MANY);
  });

  it('leave the list one by one as they are answered, and stand among the answered, the latest on top', async () => {
    const before = await pagesOf(FAR_SUPERVISOR);
    const answered = [0, 20, 49].map((index) => before.shown[index]?.complaintId ?? '');
    for (const complaintId of answered)
      await stage.ask(
        answerComplaint,
        { requestId: requestIdForTest(), complaintId, words: '已经打电话说明了。' },
        FAR_SUPERVISOR,
      );
    const after = await pagesOf(FAR_SUPERVISOR);
    expect(after.shown.map(({ complaintId }) => complaintId)).toEqual(
      before.shown.map(({ complaintId }) => complaintId).filter((id) => !answered.includes(id)),
    );
    const done = await pagesOf(FAR_SUPERVISOR, 'answered');
    expect(done.shown.map(({ complaintId }) => complaintId)).toEqual([...answered].reverse());
  });

  it('are not asked for behind a place that is none', async () => {
    const reply = await stage.callRaw('listComplaints', { state: 'open', after: '1' }, SUPERVISOR.openid);
    expect(reply).toMatchObject({ error: { code: 'INVALID_INPUT', fields: [{ path: 'after' }] } });
  });
});
