import { inkOn, type Ink, type Pen } from './stroke';

/** Finds the canvas on the page; undefined where there is none. */
export const openInk = (id: string): Promise<Ink | undefined> => {
  const canvas = document.querySelector<HTMLCanvasElement>(`#${id} canvas`);
  const context = canvas?.getContext('2d');
  if (!canvas || !context) return Promise.resolve(undefined);
  const { width, height } = canvas.getBoundingClientRect();
  canvas.width = width * devicePixelRatio;
  canvas.height = height * devicePixelRatio;
  return Promise.resolve(inkOn(context, width, height, devicePixelRatio));
};

/** Taro's touch events are not used: pointer events below hear the finger and the mouse alike. */
export const touchesFor = (_pen: Pen): Record<string, never> => ({});

/** Hears mouse and finger on the pad; returns how to stop. */
export const listenTo = (id: string, pen: Pen): (() => void) => {
  const pad = document.getElementById(id);
  if (pad === null) return () => undefined;
  const ending = new AbortController();
  const at = (to: (x: number, y: number, time: number) => void) => (event: PointerEvent) => {
    const box = pad.getBoundingClientRect();
    to(event.clientX - box.left, event.clientY - box.top, event.timeStamp);
  };
  pad.addEventListener(
    'pointerdown',
    (event) => {
      pad.setPointerCapture(event.pointerId);
      at(pen.down)(event);
    },
    { signal: ending.signal },
  );
  pad.addEventListener('pointermove', at(pen.move), { signal: ending.signal });
  pad.addEventListener('pointerup', pen.up, { signal: ending.signal });
  pad.addEventListener('pointercancel', pen.up, { signal: ending.signal });
  return () => ending.abort();
};
