import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { InputOf } from '../../../shared/contract/contract';
import { listRosters, type uploadRoster } from '../../../shared/roster/roster.contracts';
import { COUNTY_MANAGER } from '../../../shared/testing/cast';
import { root } from '../build/freshness';
import { requestIdForTest, setStage } from '../testing/stage';
import { inventedPeople, rosterWorkbook } from '../testing/workbooks';
import { atMost, type Row } from './table';

/** Three people in each, so that the file has 100,000 rows with its header. */
const HOUSEHOLDS = 33_333;
/** Source: the sizes a roster must keep; a deployed function has 60 s for one call and 512 MB. */
const MAX_SECONDS = 60;
const MAX_MEGABYTES = 300;

interface Checked {
  readonly seconds: number;
  readonly uploadSeconds: number;
  readonly peakMegabytes: number;
  readonly calls: number;
  readonly counts: { readonly goodHouseholds: number };
}

/** A roster of 100,000 rows through the deployed bundle, in a process of its own, against a local cloud in this one. */
export const timeRoster = async (): Promise<Row[]> => {
  const stage = await setStage();
  try {
    const manager = COUNTY_MANAGER.openid;
    const { plans } = await stage.ask(listRosters, {}, manager);
    const plan = plans[0];
    if (!plan) throw new Error('no plan to pay for');
    const bytes = await rosterWorkbook(inventedPeople(HOUSEHOLDS));
    const input: InputOf<typeof uploadRoster> = {
      fileId: await stage.upload('bench.xlsx', bytes, manager, 'rosters-inbox'),
      fileName: 'bench.xlsx',
      planId: plan.id,
      sponsor: { kind: 'government', name: '明溪县财政局' },
      shareFen: plan.priceFen,
      campaignStartDay: null,
      requestId: requestIdForTest(),
    };
    const { stdout } = await promisify(execFile)(
      process.execPath,
      [
        path.join(__dirname, 'roster-checker.mjs'),
        path.join(root, 'cloudfunctions/dist/staff/index.js'),
        JSON.stringify(input),
      ],
      {
        env: {
          PATH: process.env.PATH,
          ...stage.cloud.environment(),
          TZ: 'UTC',
          WX_CONTEXT_KEYS: 'WX_OPENID,WX_APPID,WX_UNIONID,WX_API_TOKEN',
          WX_OPENID: manager,
        },
      },
    );
    const { seconds, uploadSeconds, peakMegabytes, calls, counts } = JSON.parse(stdout) as Checked;
    if (counts.goodHouseholds !== HOUSEHOLDS)
      throw new Error(`only ${String(counts.goodHouseholds)} are good`);
    const detail = ` (${uploadSeconds.toFixed(1)} s of it taking the file in, ${String(calls)} calls)`;
    return [
      atMost('roster of 100,000 rows: check', seconds, MAX_SECONDS, ' s', detail),
      atMost('roster of 100,000 rows: peak memory of the function', peakMegabytes, MAX_MEGABYTES, ' MB'),
    ];
  } finally {
    await stage.close();
  }
};
