/** The phones of one journey: what hands do on them, and what all of it cost. */
import type { LocalCloud } from '../local-cloud';
import { Phone } from '../weapp-harness/phone';
import type { Target } from '../weapp-harness/view-tree';
import { costOf, type SetDataCost } from '../weapp-harness/statistics';

interface Largest {
  count: number;
  page: string;
}

/** What 体验评分 looks at, over all phones. */
export interface Measures {
  /** The costliest start: from the icon or the share card until the first page is at rest. */
  start: SetDataCost;
  whole: SetDataCost;
  largestPages: { nodes: Largest; depth: Largest; children: Largest };
}

const none: SetDataCost = { calls: 0, bytes: 0, largest: 0, peakPerSecond: 0 };
const kb = (bytes: number) => `${(bytes / 1024).toFixed(1)} KB`;

/** One person's phone; controls are named by their ids. Each page that an action leads to is measured. */
export class Hand {
  /** What the person looked at whenever they tapped something, oldest first. */
  readonly looks: { readonly page: string; readonly says: string; readonly tapped: string }[] = [];

  constructor(
    readonly phone: Phone,
    private readonly measure: (phone: Phone) => void,
    private readonly wrote: (text: string) => void,
  ) {}

  /** Taps a control as soon as it is there. */
  async tap(id: string): Promise<void> {
    await this.see({ id });
    this.looks.push({ page: this.phone.page, says: this.phone.text(), tapped: id });
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
    this.wrote(text);
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
  /** Everything that was written on these phones. */
  readonly written: string[] = [];
  private start = none;
  private readonly largestPages: Measures['largestPages'] = {
    nodes: { count: 0, page: '' },
    depth: { count: 0, page: '' },
    children: { count: 0, page: '' },
  };

  constructor(private readonly cloud: () => LocalCloud) {}

  /** A person takes up a phone and opens the app, by its icon or from the path of a share card. */
  async takeUp({ openid }: { openid: string }, path?: string): Promise<Hand> {
    return this.handOn(
      await Phone.switchOn({ cloud: this.cloud(), openid, ...(path === undefined ? {} : { path }) }),
    );
  }

  /** A person closes the app and opens it again later, by its icon or from the path of a message. */
  async comesBack({ phone }: Hand, path?: string): Promise<Hand> {
    const again = await phone.relaunch(path);
    this.all.splice(this.all.indexOf(phone), 1);
    return this.handOn(again);
  }

  private handOn(phone: Phone): Hand {
    this.all.push(phone);
    const cost = costOf(phone.setData);
    if (cost.bytes > this.start.bytes) this.start = cost;
    this.measure(phone);
    return new Hand(
      phone,
      (used) => this.measure(used),
      (text) => this.written.push(text),
    );
  }

  measures(): Measures {
    const each = this.all.map((phone) => costOf(phone.setData));
    const whole = {
      calls: each.reduce((sum, { calls }) => sum + calls, 0),
      bytes: each.reduce((sum, { bytes }) => sum + bytes, 0),
      largest: Math.max(0, ...each.map(({ largest }) => largest)),
      peakPerSecond: Math.max(0, ...each.map(({ peakPerSecond }) => peakPerSecond)),
    };
    return { start: this.start, whole, largestPages: this.largestPages };
  }

  /** Prints the measures, for comparing one build with another. */
  report(): void {
    const { start, whole, largestPages } = this.measures();
    const { nodes, depth, children } = largestPages;
    process.stdout.write(
      [
        `journey on ${this.all.length} phones, setData: first page until idle ${start.calls} / ${kb(start.bytes)},`,
        `in all ${whole.calls} / ${kb(whole.bytes)}, largest ${kb(whole.largest)};`,
        `pages: ${nodes.count} nodes (${nodes.page}), depth ${depth.count} (${depth.page}),`,
        `${children.count} children (${children.page})\n`,
      ].join(' '),
    );
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
    const { largestPages: largest } = this;
    if (nodes > largest.nodes.count) largest.nodes = { count: nodes, page };
    if (depth > largest.depth.count) largest.depth = { count: depth, page };
    if (mostChildren > largest.children.count) largest.children = { count: mostChildren, page };
  }
}
