import { fitted } from './fitted';

const SHEET = { width: 240, height: 120, margin: 12 };

describe('a signature on a smaller sheet', () => {
  it('lies on it whole, in its own proportions, and keeps its times', () => {
    const [stroke = []] = fitted(
      [
        [
          [10, 400, 0],
          [610, 400, 5],
          [610, 700, 9],
        ],
      ],
      SHEET,
    );
    expect(stroke.map(([, , at]) => at)).toEqual([0, 5, 9]);
    const [[x1, y1] = [0, 0], [x2, y2] = [0, 0], [x3, y3] = [0, 0]] = stroke;
    expect([y2, x3]).toEqual([y1, x2]);
    expect((x2 - x1) / (y3 - y1)).toBeCloseTo(2);
    expect(Math.min(x1, y1)).toBeGreaterThanOrEqual(12);
    expect([x2 <= 228, y3 <= 108]).toEqual([true, true]);
  });

  it('is not blown up when it is small, nor lost when it is a dot', () => {
    const [small] = fitted(
      [
        [
          [0, 0, 0],
          [20, 0, 1],
        ],
      ],
      SHEET,
    );
    expect((small?.[1]?.[0] ?? 0) - (small?.[0]?.[0] ?? 0)).toBe(20);
    expect(fitted([[[5, 5, 0]]], SHEET)).toEqual([[[120, 60, 0]]]);
  });
});
