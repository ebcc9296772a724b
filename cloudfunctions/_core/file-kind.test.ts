import { fileKindOf, type FileKind } from './file-kind';

const hex = (text: string): Buffer => Buffer.from(text.replaceAll(' ', ''), 'hex');
const zip = (name: string): Buffer =>
  Buffer.concat([hex('504b0304 14000000 0000'), Buffer.from(`${'\0'.repeat(18)}${name}`, 'latin1')]);
const boxed = (brands: string): Buffer => {
  const box = Buffer.from(`\0\0\0\0ftyp${brands}`, 'latin1');
  box.writeUInt32BE(box.length);
  return Buffer.concat([box, Buffer.alloc(64)]);
};

const CASES: readonly (readonly [what: string, bytes: Buffer, kind: FileKind])[] = [
  ['nothing', Buffer.alloc(0), 'empty'],
  ['a JPEG', hex('ffd8ffe0 00104a46 49460001'), 'jpeg'],
  ['a PNG', hex('89504e47 0d0a1a0a 0000000d'), 'png'],
  ['a WebP', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'webp'],
  ['a photo of an iPhone', boxed('heic\0\0\0\0mif1heic'), 'heic'],
  ['a HEIF of an Android phone', boxed('mif1\0\0\0\0mif1heic'), 'heic'],
  ['an AVIF', boxed('mif1\0\0\0\0mif1avif'), 'avif'],
  ['a GIF', Buffer.from('GIF89a\x01\0'), 'gif'],
  ['a BMP', hex('424d 36000c00 00000000 36000000'), 'otherPicture'],
  ['a TIFF', hex('49492a00 08000000'), 'otherPicture'],
  ['an SVG', Buffer.from('<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'), 'otherPicture'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
  ['a PDF behind some bytes', Buffer.from('\r\n  \x00%PDF-1.4', 'latin1'), 'pdf'],
  ['an old Word file', hex('d0cf11e0 a1b11ae1 0000'), 'document'],
  ['a Word file', zip('[Content_Types].xml'), 'document'],
  ['a zip', zip('photos/1.jpg'), 'archive'],
  ['a RAR', Buffer.from('Rar!\x1a\x07'), 'archive'],
  ['a program for Windows, called .jpg', hex('4d5a9000 03000000'), 'program'],
  ['a program for Linux', hex('7f454c46 02010100'), 'program'],
  ['an app for Android', zip('AndroidManifest.xml'), 'program'],
  ['a shell script', Buffer.from('#!/bin/sh\nrm -rf /\n'), 'program'],
  ['a script of a page', Buffer.from('<script>alert(1)</script>'), 'program'],
  ['a web page', Buffer.from('<!DOCTYPE html><html></html>'), 'text'],
  ['words', Buffer.from('发票合计 3860.50 元'), 'text'],
  ['a film of an iPhone', boxed('qt  \0\0\0\0qt  '), 'video'],
  ['a film of an Android phone', boxed('mp42\0\0\0\0isommp42'), 'video'],
  ['a WebM', hex('1a45dfa3 9f428681'), 'video'],
  ['an AVI', Buffer.from('RIFF\x24\0\0\0AVI LIST', 'latin1'), 'video'],
  ['an MP3 with a tag', Buffer.from('ID3\x03\0\0'), 'mp3'],
  ['an MP3', hex('fff348c4 0000'), 'mp3'],
  ['AAC as a stream', hex('fff15080 0000'), 'aac'],
  ['AAC in a file', boxed('M4A \0\0\0\0isom'), 'm4a'],
  ['a WAV', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1'), 'wav'],
  ['an AMR', Buffer.from('#!AMR\n'), 'otherAudio'],
  ['noise', hex('0001020304 00ff00ff'), 'unknown'],
];

it.each(CASES)('tells %s by its bytes', (_what, bytes, kind) => {
  expect(fileKindOf(bytes)).toBe(kind);
});

it('never fails, however short or long the beginning of a known kind is', () => {
  for (const [, bytes] of CASES) {
    for (let length = 0; length <= bytes.length; length += 1) {
      expect(fileKindOf(bytes.subarray(0, length))).toEqual(expect.any(String));
    }
  }
});
