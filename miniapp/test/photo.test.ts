import { decode } from 'jpeg-js';
import { photo } from './photo';

it('is a picture that opens, and tells where it was taken', () => {
  const bytes = Buffer.from(photo({ width: 16, height: 8 }));
  const { width, height } = decode(bytes);
  expect([width, height]).toEqual([16, 8]);
  expect(bytes.includes('Exif')).toBe(true);
  expect(bytes.includes('Test Phone')).toBe(true);
});

it('is another picture in another colour', () => {
  expect(photo({ colour: 0xa84712 })).not.toEqual(photo({ colour: 0x0b6e5b }));
});

it('weighs with its grain what a phone`s photo weighs', () => {
  const [smooth, grained] = [0, 44].map((grain) => photo({ width: 300, height: 400, grain }).length);
  expect(smooth).toBeLessThan(10_000);
  expect(grained).toBeGreaterThan(30_000);
});
