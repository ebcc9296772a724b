/** Where the pen was, in px from the pad's upper left corner, and when, in ms since the signature began. */
export type Point = [x: number, y: number, t: number];

/** One movement of the pen, from down to up. */
export type Stroke = Point[];

/** What moves: a finger on the phone, a finger or the mouse in the browser. `at` is a time of the event's own clock, ms. */
export interface Pen {
  down: (x: number, y: number, at: number) => void;
  move: (x: number, y: number, at: number) => void;
  up: () => void;
}

/** Where the strokes are drawn. */
export interface Ink {
  line: (from: Point, to: Point) => void;
  clear: () => void;
}

interface DrawingContext {
  lineWidth: number;
  lineCap: string;
  lineJoin: string;
  strokeStyle: unknown;
  scale: (x: number, y: number) => void;
  beginPath: () => void;
  moveTo: (x: number, y: number) => void;
  lineTo: (x: number, y: number) => void;
  stroke: () => void;
  clearRect: (x: number, y: number, width: number, height: number) => void;
}

/** Dark ink on white paper, in both themes: it is a document. */
const inkColour = '#17302b';

/** Prepares a 2D context of the given size in px at a pixel ratio. */
export const inkOn = (context: DrawingContext, width: number, height: number, ratio: number): Ink => {
  context.scale(ratio, ratio);
  context.lineWidth = 3.5;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = inkColour;
  return {
    line: ([fromX, fromY], [toX, toY]) => {
      context.beginPath();
      context.moveTo(fromX, fromY);
      context.lineTo(toX, toY);
      context.stroke();
    },
    clear: () => context.clearRect(0, 0, width, height),
  };
};
