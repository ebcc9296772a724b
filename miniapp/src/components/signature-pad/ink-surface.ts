import type { CanvasTouchEvent } from '@tarojs/components';
import Taro from '@tarojs/taro';
import { inkOn, type Ink, type Pen } from './stroke';

type DrawingContext = Parameters<typeof inkOn>[0];
interface CanvasNode {
  width: number;
  height: number;
  getContext: (kind: '2d') => DrawingContext | null;
}
interface Measured {
  node?: CanvasNode;
  width: number;
  height: number;
}

/** Finds the canvas on the page. Undefined where there is none to draw on: strokes are still taken. */
export const openInk = (id: string): Promise<Ink | undefined> =>
  new Promise((resolve) => {
    Taro.createSelectorQuery()
      .select(`#${id}`)
      .fields({ node: true, size: true }, () => undefined)
      .exec((found: (Measured | null | undefined)[]) => {
        const measured = found[0];
        const context = measured?.node?.getContext('2d');
        if (!measured?.node || !context) {
          resolve(undefined);
          return;
        }
        const ratio = Taro.getWindowInfo().pixelRatio;
        measured.node.width = measured.width * ratio;
        measured.node.height = measured.height * ratio;
        resolve(inkOn(context, measured.width, measured.height, ratio));
      });
  });

/** Touches of a phone carry their place on the canvas. */
export const touchesFor = (pen: Pen) => {
  const moved = (to: (x: number, y: number, at: number) => void) => (event: CanvasTouchEvent) => {
    const touch = event.touches[0];
    if (touch !== undefined) to(touch.x, touch.y, event.timeStamp);
  };
  return {
    onTouchStart: moved(pen.down),
    onTouchMove: moved(pen.move),
    onTouchEnd: pen.up,
    onTouchCancel: pen.up,
  };
};

/** The browser's side listens to the mouse and the finger; a phone has only touches. */
export const listenTo =
  (_id: string, _pen: Pen): (() => void) =>
  () =>
    undefined;
