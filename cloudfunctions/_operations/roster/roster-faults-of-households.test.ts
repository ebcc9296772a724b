import { decideRoster } from '../../../shared/roster/roster.contracts';
import type { RosterFault } from '../../../shared/roster/roster.schema';
import { WANG } from '../../../shared/testing/cast';
import { idNumberFor } from '../../../shared/testing/id-numbers';
import { buysCover, newFamily, planAt } from '../../_tools/testing/families';
import { family, MANAGER, readBack, RosterOffice } from '../../_tools/testing/roster-office';
import { requestIdForTest, setStage, type Stage } from '../../_tools/testing/stage';
import { type RosterPerson } from '../../_tools/testing/workbooks';

let stage: Stage;
let office: RosterOffice;
beforeAll(async () => {
  stage = await setStage();
  office = new RosterOffice(stage, await planAt(stage, WANG));
});
afterAll(() => stage.close());

describe('what stands against a household', () => {
  it('is a child`s death cover beyond the law`s cap, with what it holds under another plan', async () => {
    const own = newFamily();
    const child = { name: '赵小山', relation: 'son', idNumber: idNumberFor('2021-05-06', 909) } as const;
    const [parent] = own.members;
    if (!parent?.idNumber) throw new Error('no parent');
    await buysCover(stage, { ...own, members: [parent, child] });
    const { id, priceFen } = await planAt(stage, WANG, 200_00);
    const people: RosterPerson[] = [
      { household: '限', name: parent.name, idNumber: parent.idNumber },
      { household: '限', name: child.name, idNumber: child.idNumber, relation: '儿子' },
    ];
    const { roster, faults } = await office.checked([...people, ...family()], {
      planId: id,
      shareFen: priceFen,
    });
    expect(roster.counts).toMatchObject({ households: 2, goodHouseholds: 1, insuredAlready: 0 });
    expect(faults).toMatchObject([
      {
        row: 3,
        reason: expect.stringContaining('最多 200,000 元') as string,
        advice: expect.stringContaining('这一户') as string,
      },
    ]);
  });

  const reasonsAt = (faults: readonly RosterFault[]) =>
    faults.map(({ row, column, reason }) => `${String(row)} ${column}: ${reason}`);

  it('is told at row and column, and only that household is left out', async () => {
    const [holder, spouse, daughter] = family();
    const old = idNumberFor('1950-01-01', 7, '350424');
    const { roster, faults } = await office.checked([
      ...family(),
      holder,
      { ...spouse, idNumber: `${spouse.idNumber?.slice(0, 17) ?? ''}?` },
      daughter,
      { household: '老', name: '吴老汉', idNumber: old },
      { household: '缺', name: '', idNumber: '', relation: '舅舅', phone: '0598-123', village: '不知道村' },
    ]);
    expect(roster.counts).toMatchObject({ households: 4, goodHouseholds: 1, faultyRows: 3 });
    expect(reasonsAt(faults)).toEqual([
      '6 C 证件号码: 证件号码不对：位数、出生日期或最后一位校验码对不上。',
      '8 C 证件号码: 保障开始那天超过 65 岁，不能新参保。',
      '9 B 姓名: 这一格是空的。',
      '9 C 证件号码: 这一格是空的。',
      '9 D 与户主关系: 看不懂这个关系。',
      '9 E 手机号: 不是 11 位手机号。',
      '9 G 村（社区）: 这个乡镇没有这个村（社区）。',
    ]);
    expect(faults[0]?.value).toMatch(/^3504\*+\S{4}$/);
  });

  it('comes back as a workbook, personal values masked', async () => {
    const [holder, ...others] = family();
    const evil = { ...holder, group: '=HYPERLINK("http://x")', name: '=1+1' };
    const { faultsUrl } = await office.checked([evil, ...others]);
    const [header, ...rows] = await readBack(faultsUrl ?? '');
    expect(header).toEqual(['第几行', '哪一列', '填的内容（已遮盖）', '问题', '怎么办']);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.flat().filter((text) => /^[=+@-]/.test(text))).toEqual([]);
    expect(JSON.stringify(rows)).not.toContain(holder.idNumber);
  });

  it('may be that somebody stands in the file twice', async () => {
    const [one, other] = [family(), family()];
    const { faults } = await office.checked([
      ...one,
      ...other,
      { ...one[2], household: other[0].household ?? '' },
    ]);
    expect(reasonsAt(faults)).toEqual([
      '4 C 证件号码: 和第 8 行是同一个证件号码。',
      '8 C 证件号码: 和第 4 行是同一个证件号码。',
    ]);
  });

  it('may be that the family pays for itself already: it is reported and left alone', async () => {
    const policyId = await buysCover(stage, WANG);
    const people = WANG.members.map(({ name, idNumber }, index) => ({
      household: '王',
      name,
      idNumber,
      relation: ['本人', '配偶', '女儿'][index] ?? '',
    }));
    const { roster, faults } = await office.checked(people);
    expect(roster.counts).toMatchObject({ goodHouseholds: 0, insuredAlready: 1, faults: 3 });
    expect(faults[0]?.reason).toMatch(/^已有同一保障，保到 .*是家里自己交的钱。$/);
    expect((await stage.workshop.read.policies.get(policyId))?.state).toBe('issued');
    const decision = { rosterId: roster.id, decision: 'keepGood', requestId: requestIdForTest() } as const;
    expect(await stage.call(decideRoster, decision, MANAGER)).toMatchObject({
      error: { code: 'ROSTER_NOTHING_GOOD' },
    });
    const named = people.map((person) => ({ ...person, name: '李别人' }));
    expect((await office.checked(named)).faults[0]?.reason).toBe(
      '这个证件号已用别的姓名参保。'.replace('证件号', '证件号码'),
    );
  });

  it('may be that another roster on its way gives for it already, unless that is refused', async () => {
    const [holder, spouse, daughter] = family();
    const first = await office.checked([holder, spouse, daughter]);
    const town = { kind: 'government', name: '城关乡人民政府' } as const;
    const second = await office.checked(
      [
        { ...spouse, relation: '本人' },
        { ...holder, relation: '配偶' },
      ],
      {
        sponsor: town,
      },
    );
    expect(second.roster.counts).toMatchObject({ goodHouseholds: 0, doubleSubsidies: 1 });
    expect(second.faults[0]?.reason).toBe('明溪县财政局已经给这一户出了钱，不能重复补助。');
    const refuse = { rosterId: first.roster.id, decision: 'refuse', requestId: requestIdForTest() } as const;
    await stage.ask(decideRoster, refuse, MANAGER);
    const third = await office.checked([{ ...spouse, relation: '本人' }], { sponsor: town });
    expect(third.roster.counts).toMatchObject({ goodHouseholds: 1, doubleSubsidies: 0 });
  });

  it('shares of a government and of an employer meet in one household when they stay within the price', async () => {
    const people = family();
    const half = { shareFen: office.plan.priceFen / 2 };
    await office.checked(people, half);
    const employer = { kind: 'employer', name: '明溪县客运公司' } as const;
    const within = await office.checked(people, { ...half, sponsor: employer });
    expect(within.roster).toMatchObject({ isFullGift: false, dueFen: office.plan.priceFen / 2 });
    expect(within.roster.counts.doubleSubsidies).toBe(0);
    const beyond = await office.checked(people, { sponsor: { kind: 'donor', name: '爱心基金会' } });
    expect(beyond.roster.counts.doubleSubsidies).toBe(1);
  });
});
