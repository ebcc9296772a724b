import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import type { Contract, InputOf, OutputOf } from 'shared/contract/contract';
import { firstOfTwoDays } from 'shared/testing/two-days';
import { instantAt } from 'shared/time/china-day';
import { startLocalCloud, type LocalCloud } from '../../test/local-cloud';
import { launchBrowser } from '../browser/launch';
import { Phone } from '../phone';
import { cameraFiles } from './claiming';
import { storedIn } from './records';

/** What the steps of the browser's journey share: one cloud, one browser, and what an earlier step found. */
export class Story {
  cloud!: LocalCloud;
  browser!: Browser;
  /** Files that phones give: photos, a card. */
  folder = '';
  album: string[] = [];
  /** The address of the specialist's link, and of the one that asks a relative to pay. */
  referralRoute = '';
  askedRoute = '';
  claimId = '';

  /** Every step builds on the one before: after a failure the rest would only wait in vain. */
  private failedBefore = false;

  async begin(): Promise<void> {
    this.folder = mkdtempSync(path.join(tmpdir(), 'journey-'));
    this.album = cameraFiles(this.folder);
    this.cloud = await startLocalCloud();
    // The purchase and the next day's claim are counted in one month.
    await this.cloud.moveClock({ now: instantAt(firstOfTwoDays(Date.now()), '09:00') });
    this.browser = await launchBrowser();
  }

  async end(): Promise<void> {
    await this.browser.close();
    await this.cloud.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** What the cloud answers one person. */
  stored<C extends Contract>(openid: string, contract: C, input: InputOf<C>): Promise<OutputOf<C>> {
    return storedIn(this.cloud, openid, contract, input);
  }

  /** One person takes out the phone, does something and puts it away; problems on the phone fail the test. */
  async withPhone(openid: string, does: (phone: Phone) => Promise<void>): Promise<void> {
    if (this.failedBefore) throw new Error('an earlier step failed');
    const phone = await Phone.switchOn(this.browser, { openid, url: this.cloud.url });
    try {
      await does(phone);
    } catch (thrown) {
      this.failedBefore = true;
      await phone.picture(`failed-${openid}`);
      await phone.switchOff().catch((problems: unknown) => {
        throw new AggregateError([thrown, problems], `${String(thrown)}\n${String(problems)}`);
      });
      throw thrown;
    }
    await phone.switchOff();
  }
}
