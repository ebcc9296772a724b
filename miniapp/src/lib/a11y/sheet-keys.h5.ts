import { useEffect, useRef } from 'react';

/** Taro's elements move their children when they are first drawn, and what had the focus loses it. */
const SETTLING_FRAMES = 30;

const CONTROLS = 'input, textarea, [tabindex="0"]';

const controlsOf = (sheet: Element): HTMLElement[] =>
  [...sheet.querySelectorAll<HTMLElement>(CONTROLS)].filter((control) => control.getClientRects().length > 0);

/**
 * The sheet that was opened last takes the focus and keeps it; Escape closes it, Enter in a field or Ctrl+Enter in a text
 * presses its way on; closed, it gives the focus back.
 */
export const useSheetKeys = (onClose: () => void): void => {
  const close = useRef(onClose);
  close.current = onClose;
  useEffect(() => {
    const before = document.activeElement;
    const sheets = document.querySelectorAll('[role=dialog]');
    const sheet = sheets[sheets.length - 1];
    if (sheet === undefined) return;
    let frame = 0;
    const holdFocus = (framesLeft: number) => {
      // The first control is the cross that closes it.
      const [cross, first] = controlsOf(sheet);
      if (!sheet.contains(document.activeElement)) (first ?? cross)?.focus({ preventScroll: true });
      if (framesLeft > 0) frame = requestAnimationFrame(() => holdFocus(framesLeft - 1));
    };
    holdFocus(SETTLING_FRAMES);

    const keepInside = (event: KeyboardEvent) => {
      const controls = controlsOf(sheet);
      const [first] = controls;
      const last = controls[controls.length - 1];
      const isInside = sheet.contains(document.activeElement);
      const leaves = event.shiftKey ? document.activeElement === first : document.activeElement === last;
      if (isInside && !leaves) return;
      event.preventDefault();
      (event.shiftKey ? last : first)?.focus();
    };
    const press = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close.current();
      if (event.key === 'Tab') keepInside(event);
      if (event.key !== 'Enter' || !(event.target instanceof HTMLElement)) return;
      const confirms =
        event.target.matches('input') ||
        (event.target.matches('textarea') && (event.ctrlKey || event.metaKey));
      if (!confirms) return;
      const buttons = sheet.querySelectorAll<HTMLElement>('[role=button]');
      buttons[buttons.length - 1]?.click();
    };
    document.addEventListener('keydown', press);
    return () => {
      cancelAnimationFrame(frame);
      document.removeEventListener('keydown', press);
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);
};
