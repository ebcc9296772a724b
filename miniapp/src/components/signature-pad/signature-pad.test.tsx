import { fireEvent, render, screen } from '@testing-library/react';
import { SignaturePad } from './signature-pad';
import type { Stroke } from './stroke';

/** A touch as a phone gives it: its place on the canvas. */
const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', x = 0, y = 0) =>
  fireEvent[type](screen.getByRole('img'), { touches: type === 'touchEnd' ? [] : [{ x, y }] });

const write = (points: [number, number][]) => {
  points.forEach(([x, y], position) => touch(position === 0 ? 'touchStart' : 'touchMove', x, y));
  touch('touchEnd');
};

const places = (strokes: Stroke[] | undefined) => strokes?.map((stroke) => stroke.map(([x, y]) => [x, y]));

describe('SignaturePad', () => {
  it('gathers each movement of the finger as a stroke, where there is no canvas to draw on', () => {
    const change = jest.fn<undefined, [Stroke[]]>();
    render(<SignaturePad label="王建国本人签名" onChange={change} />);
    write([
      [10.4, 20.6],
      [30, 40],
    ]);
    write([[50, 60]]);

    expect(change).toHaveBeenCalledTimes(2);
    expect(places(change.mock.calls[1]?.[0])).toEqual([
      [
        [10, 21],
        [30, 40],
      ],
      [[50, 60]],
    ]);
  });

  it('counts the time from the first point and never backwards', () => {
    const change = jest.fn<undefined, [Stroke[]]>();
    render(<SignaturePad label="王建国本人签名" onChange={change} />);
    write([
      [1, 1],
      [2, 2],
    ]);
    const times = change.mock.calls[0]?.[0].flat().map(([, , at]) => at) ?? [];
    expect(times[0]).toBe(0);
    expect([...times].sort((a, b) => a - b)).toEqual(times);
  });

  it('starts again from nothing when it is cleared', () => {
    const change = jest.fn<undefined, [Stroke[]]>();
    render(<SignaturePad label="王建国本人签名" onChange={change} />);
    write([[1, 1]]);
    fireEvent.click(screen.getByRole('button', { name: '清除重写' }));
    expect(change).toHaveBeenLastCalledWith([]);
    write([[5, 5]]);
    expect(places(change.mock.calls[change.mock.calls.length - 1]?.[0])).toEqual([[[5, 5]]]);
  });

  it('says whether it is signed', () => {
    render(<SignaturePad label="王建国本人签名" onChange={() => undefined} />);
    expect(screen.getByRole('img', { name: '王建国本人签名，未签' })).toBeInTheDocument();
    write([[1, 1]]);
    expect(screen.getByRole('img', { name: '王建国本人签名，已签' })).toBeInTheDocument();
  });

  it('gives nothing for a movement that never began on the pad', () => {
    const change = jest.fn();
    render(<SignaturePad label="王建国本人签名" onChange={change} />);
    touch('touchMove', 3, 3);
    touch('touchEnd');
    expect(change).not.toHaveBeenCalled();
  });
});
