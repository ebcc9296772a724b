import { getFigures } from 'shared/report/get-figures.contract';
import { PLACE, SPECIALIST, WANG } from 'shared/testing/cast';
import { firstOfTwoDays } from 'shared/testing/two-days';
import { instantAt, monthOf, type ChinaDay } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../local-cloud';
import { Phones, type Hand } from './phones';
import { ask, onlyOne } from './records';
import type { OutputOf } from 'shared/contract/contract';

/** What the steps of the journey share: one cloud, the phones, and what an earlier step found. */
export class Story {
  cloud!: LocalCloud;
  readonly phones = new Phones(() => this.cloud);
  /** The day on which the families buy. */
  today: ChinaDay = '';
  /** Path of the share card. */
  link = '';
  wang!: Hand;
  policyId = '';
  claimId = '';
  payoutId = '';

  async begin(): Promise<void> {
    this.cloud = await startLocalCloud();
    this.today = firstOfTwoDays(Date.now());
    await this.cloud.moveClock({ now: instantAt(this.today, '09:00') });
  }

  async end(): Promise<void> {
    await this.cloud.stop();
    this.phones.report();
  }

  async villageFigures(): Promise<OutputOf<typeof getFigures>['region']['tally']> {
    const input = { regionCode: PLACE.village, month: monthOf(this.today) };
    return (await ask(this.cloud, SPECIALIST.openid, getFigures, input)).region.tally;
  }

  claimRecord(): ReturnType<typeof onlyOne> {
    return onlyOne(this.cloud, 'claims', { openid: WANG.openid });
  }
}
