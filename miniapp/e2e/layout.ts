/** Measures a rendered page for what a person would notice: cut words, overlaps, sideways scroll, small targets. */
import type { Page } from 'playwright-core';

/** Each list names the offenders; a good page has four empty ones. */
export interface LayoutFaults {
  /** What reaches beyond the left or right edge of the page. */
  sideways: string[];
  /** Controls smaller than 44×44 px. */
  small: string[];
  /** Text that its box cuts off. */
  cut: string[];
  /** Texts and controls that lie upon one another. */
  overlapping: string[];
}

/** For `expect(await layoutFaults(page)).toEqual(noFaults)`. */
export const noFaults: LayoutFaults = { sideways: [], small: [], cut: [], overlapping: [] };

/** Measures all that is rendered now, also below the fold. */
export function layoutFaults(page: Page): Promise<LayoutFaults> {
  return page.evaluate(measure);
}

/** Runs inside the browser: everything it needs stands in its body. */
function measure(): LayoutFaults {
  const leastTarget = 44;
  const slack = 1.5;
  const controls =
    'button, a[href], input, textarea, select, [role=button], [role=link], [role=checkbox], [role=radio], [role=tab], [role=switch]';
  const width = document.documentElement.clientWidth;

  interface Piece {
    element: Element;
    name: string;
    box: DOMRect;
    /** The nearest bar or sheet that floats above the rest; null for what scrolls. */
    layer: Element | null;
  }

  const layerOf = (element: Element): Element | null => {
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const { position } = getComputedStyle(at);
      if (position === 'fixed' || position === 'sticky') return at;
    }
    return null;
  };
  /** A line's box is as high as the font may reach; its letters stand in the middle, as high as the font's size. */
  const letters = (line: DOMRect, element: Element): DOMRect => {
    const size = Math.min(line.height, parseFloat(getComputedStyle(element).fontSize));
    return new DOMRect(line.left, line.top + (line.height - size) / 2, line.width, size);
  };
  const seen = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const nameOf = (element: Element): string => {
    const label = element.getAttribute('aria-label') ?? element.textContent.trim();
    const short = label.length > 24 ? `${label.slice(0, 24)}…` : label;
    return `${element.tagName.toLowerCase()}${element.id === '' ? '' : `#${element.id}`} "${short}"`;
  };
  /** Cuts a box to what the scrolling and clipping boxes around it let through. */
  const shown = (element: Element, box: DOMRect): DOMRect | undefined => {
    let { left, right, top, bottom } = box;
    for (let at = element.parentElement; at !== null && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const around = at.getBoundingClientRect();
      if (style.overflowX !== 'visible') {
        left = Math.max(left, around.left);
        right = Math.min(right, around.right);
      }
      if (style.overflowY !== 'visible') {
        top = Math.max(top, around.top);
        bottom = Math.min(bottom, around.bottom);
      }
      if (style.position === 'fixed') break;
    }
    return right - left > 1 && bottom - top > 1
      ? new DOMRect(left, top, right - left, bottom - top)
      : undefined;
  };

  const all = [...document.body.querySelectorAll('*')].filter((element) => seen(element));
  const found: LayoutFaults = { sideways: [], small: [], cut: [], overlapping: [] };
  const pieces: Piece[] = [];

  for (const element of all) {
    const ownText = [...element.childNodes].filter(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    const isControl = element.matches(controls);
    if (ownText.length === 0 && !isControl) continue;
    const name = nameOf(element);

    const boxes = isControl
      ? [element.getBoundingClientRect()]
      : ownText.flatMap((node) => {
          const range = document.createRange();
          range.selectNodeContents(node);
          return [...range.getClientRects()].map((line) => letters(line, element));
        });
    for (const whole of boxes) {
      const box = shown(element, whole);
      if (box === undefined) continue;
      if (box.left < -slack || box.right > width + slack) found.sideways.push(name);
      pieces.push({ element, name, box, layer: layerOf(element) });
    }

    if (isControl) {
      const box = element.getBoundingClientRect();
      const hidden = box.width <= 1 || box.height <= 1;
      // A native control inside a larger target is not what is tapped.
      const inside = element.parentElement?.closest(controls) !== null;
      if (!hidden && !inside && (box.width < leastTarget - 0.5 || box.height < leastTarget - 0.5)) {
        found.small.push(`${name} ${box.width.toFixed(0)}×${box.height.toFixed(0)}`);
      }
    }

    const style = getComputedStyle(element);
    const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
    const scrolls = /auto|scroll/.test(style.overflowX + style.overflowY);
    const tooLong =
      element.scrollWidth > element.clientWidth + slack ||
      element.scrollHeight > element.clientHeight + slack;
    if (ownText.length > 0 && clips && !scrolls && !isControl && tooLong) found.cut.push(name);
  }
  if (document.documentElement.scrollWidth > width + slack) {
    found.sideways.push(`page ${document.documentElement.scrollWidth} > ${width}`);
  }

  pieces.forEach((one, index) => {
    for (const other of pieces.slice(index + 1)) {
      if (one.layer !== other.layer) continue;
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      const overlapX = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
      const overlapY = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
      // Line boxes of neighbouring lines share their leading.
      const leading = Math.min(one.box.height, other.box.height) * 0.25;
      if (overlapX > slack && overlapY > Math.max(slack, leading)) {
        found.overlapping.push(`${one.name} / ${other.name}`);
      }
    }
  });

  return {
    sideways: [...new Set(found.sideways)],
    small: [...new Set(found.small)],
    cut: [...new Set(found.cut)],
    overlapping: [...new Set(found.overlapping)],
  };
}

/** How far down the first screen something is shown, 0 to 1: below 0.5 its lower half is empty. */
export function filledHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const height = document.documentElement.clientHeight;
    const bottoms = [...document.body.querySelectorAll('*')]
      .filter((element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((element) => element.children.length === 0 && element.textContent.trim() !== '')
      .filter((element) => {
        for (let at: Element | null = element; at !== null; at = at.parentElement) {
          if (getComputedStyle(at).position === 'fixed') return false;
        }
        return true;
      })
      .map((element) => element.getBoundingClientRect().bottom);
    return Math.min(1, Math.max(0, ...bottoms) / height);
  });
}
