/** The phones of one journey: what hands do on them, and what all of it cost. */
import type { LocalCloud } from '../local-cloud';
import { Phone } from '../weapp-harness/phone';
import type { Target } from '../weapp-harness/view-tree';
import { costOf, type SetDataCost } from '../weapp-harness/statistics';

/** The largest page so far, by each measure of 体验评分. */
export interface LargestPages {
  nodes: { count: number; page: string };
  depth: { count: number; page: string };
  children: { count: number; page: string };
}

/** One person's phone; controls are named by their ids. Each page that an action leads to is measured. */
export class Hand {
  constructor(
    readonly phone: Phone,
    private readonly measure: (phone: Phone) => void,
  ) {}

  /** Taps a control as soon as it is there. */
  async tap(id: string): Promise<void> {
    await this.see({ id });
    await this.phone.tap({ id });
    this.measure(this.phone);
  }

  async doubleTap(id: string): Promise<void> {
    await this.see({ id });
    await this.phone.doubleTap({ id });
    this.measure(this.phone);
  }

  async write(id: string, text: string): Promise<void> {
    await this.phone.write({ id }, text);
  }

  /** Turns a wheel to a value. */
  async turn(id: string, value: string): Promise<void> {
    await this.phone.choose({ id }, value);
  }

  async openTab(text: string): Promise<void> {
    await this.phone.openTab(text);
    this.measure(this.phone);
  }

  /** Waits until the page says it, and answers all that the page says. */
  async read(words: string | RegExp): Promise<string> {
    await this.see({ text: typeof words === 'string' ? new RegExp(escaped(words)) : words });
    return this.phone.text();
  }

  /** Waits until it is there; a failure tells what the page says instead. */
  async see(target: Target): Promise<void> {
    try {
      await this.phone.see(target);
    } catch (error) {
      throw new Error(`${this.phone.page} says: ${this.phone.text()}`, { cause: error });
    }
  }

  has(id: string): boolean {
    return this.phone.has({ id });
  }
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Switches phones on, remembers them and sums up what they did. */
export class Phones {
  private readonly all: Phone[] = [];
  readonly largest: LargestPages = {
    nodes: { count: 0, page: '' },
    depth: { count: 0, page: '' },
    children: { count: 0, page: '' },
  };

  constructor(private readonly cloud: () => LocalCloud) {}

  /** A person takes up a phone and opens the app, by its icon or from the path of a share card. */
  async takeUp({ openid }: { openid: string }, path?: string): Promise<Hand> {
    const phone = await Phone.switchOn({
      cloud: this.cloud(),
      openid,
      ...(path === undefined ? {} : { path }),
    });
    this.all.push(phone);
    this.measure(phone);
    return new Hand(phone, (used) => this.measure(used));
  }

  /** The cost of everything that all phones did. */
  cost(): SetDataCost {
    const each = this.all.map((phone) => costOf(phone.setData));
    return {
      calls: each.reduce((sum, { calls }) => sum + calls, 0),
      bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
      largest: Math.max(0, ...each.map(({ largest }) => largest)),
      peakPerSecond: Math.max(0, ...each.map(({ peakPerSecond }) => peakPerSecond)),
    };
  }

  /** Closes every app. Throws when one of them had an error. */
  switchOff(): void {
    const faults = this.all.flatMap((phone) => {
      try {
        phone.switchOff();
        return [];
      } catch (error) {
        return [error];
      }
    });
    if (faults.length > 0) throw new AggregateError(faults, faults.map(String).join('\n'));
  }

  private measure(phone: Phone): void {
    const { page } = phone;
    const { nodes, depth, mostChildren } = phone.size();
    const { largest } = this;
    if (nodes > largest.nodes.count) largest.nodes = { count: nodes, page };
    if (depth > largest.depth.count) largest.depth = { count: depth, page };
    if (mostChildren > largest.children.count) largest.children = { count: mostChildren, page };
  }
}
