/** Times what somebody does who has never done it: what they wait for by the clock, what they do by `PACE`. */
import type { Locator } from 'playwright-core';
import type { Move, Onlooker, Phone } from '../phone';
import { PACE, signsOf } from './pace';

/** Seconds of a walk through the screens, by what they go to. */
export type Spent = Record<'reading' | 'pressing' | 'choosing' | 'typing' | 'waiting', number>;

/** Runs inside the browser: where one is, and the words that have come into sight on this page, what stands in empty fields too. */
const look = (): { readonly route: string; readonly words: string[] } => {
  const inSight = (element: Element): boolean =>
    element.checkVisibility({ visibilityProperty: true }) &&
    element.getBoundingClientRect().top < innerHeight;
  const own = (element: Element): string =>
    [...element.childNodes]
      .map((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent ?? '') : ''))
      .join('');
  const words = [...document.querySelectorAll('#app *')].filter(inSight).map((element) => {
    const isField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    return isField ? (element.value === '' ? element.placeholder : '') : own(element);
  });
  return { route: /(\w+)(?:\?|$)/.exec(location.hash)?.[1] ?? '', words };
};

/** Runs inside the browser: how far the page of a control is pushed up, in screens. */
const pushedUp = (element: Element): number => {
  let top = 0;
  for (let at: Element | null = element; at !== null; at = at.parentElement) top += at.scrollTop;
  return top / innerHeight;
};

/** How long somebody types at a text. */
const typing = (text: string): number => {
  const characters = (text.match(/\p{Script=Han}/gu) ?? []).length;
  const others = (text.match(/\S/gu) ?? []).length - characters;
  return (characters * PACE.keysPerCharacter + others) * PACE.key;
};

/** Watches one phone from the page that is in front now; what is done on other pages is counted. */
export class FirstTime implements Onlooker {
  readonly spent: Spent = { reading: 0, pressing: 0, choosing: 0, typing: 0, waiting: 0 };
  /** The pages that were gone through, in their order, by name. */
  readonly screens: string[] = [];
  private readonly known = new Set<string>();

  private constructor(
    private readonly phone: Phone,
    private at: string,
  ) {}

  /** Watches what is done, from its first move to its last. */
  static async watches(phone: Phone, does: () => Promise<unknown>): Promise<FirstTime> {
    const watch = new FirstTime(phone, (await phone.page.evaluate(look)).route);
    phone.onlooker = watch;
    await does();
    phone.onlooker = undefined;
    return watch;
  }

  /** Lets somebody wait for something, by the clock. */
  async waits(happens: () => Promise<unknown>): Promise<void> {
    const began = performance.now();
    await happens();
    this.spent.waiting += (performance.now() - began) / 1000;
  }

  async sees(move: Move, on: Locator, happens: () => Promise<unknown>): Promise<void> {
    await this.waits(() => on.waitFor());
    const before = await on.evaluate(pushedUp);
    await on.scrollIntoViewIfNeeded();
    const pushed = Math.abs((await on.evaluate(pushedUp)) - before);
    this.spent.pressing += Math.ceil(pushed / PACE.pushed) * PACE.push;
    await this.reads();
    this.needs(move);
    await this.waits(happens);
  }

  /** Every word that has come into sight is read once. */
  private async reads(): Promise<void> {
    const { route, words } = await this.phone.page.evaluate(look);
    if (route !== this.at) {
      this.at = route;
      this.screens.push(route);
    }
    if (this.screens.length === 0) return;
    const fresh = words.filter((text) => !this.known.has(text));
    for (const text of fresh) this.known.add(text);
    this.spent.reading += signsOf(fresh.join('')).length * PACE.read;
  }

  private needs(move: Move): void {
    const press = PACE.decide + PACE.press;
    switch (move.kind) {
      case 'press':
        this.spent.pressing += press;
        break;
      case 'write':
        this.spent.pressing += press;
        this.spent.typing += typing(move.text);
        break;
      case 'turn':
        // It is opened, and closed with its own button.
        this.spent.choosing += press + move.wheels * PACE.wheel + PACE.press;
        break;
      case 'camera':
        // It is opened, asks whether from the camera or the album, is pressed, and the picture is taken over.
        this.spent.choosing += 3 * press + PACE.press;
        break;
      case 'album':
        // It is opened, asks whether from the camera or the album, and is closed with its own button.
        this.spent.choosing += 2 * press + move.photos * press + PACE.press;
        break;
    }
  }

  get seconds(): number {
    return Object.values(this.spent).reduce((sum, part) => sum + part, 0);
  }

  /** `161 s: reading 90, pressing 40, …` */
  get inWords(): string {
    const parts = Object.entries(this.spent).map(([part, seconds]) => `${part} ${seconds.toFixed(0)}`);
    return `${this.seconds.toFixed(0)} s: ${parts.join(', ')}`;
  }
}
