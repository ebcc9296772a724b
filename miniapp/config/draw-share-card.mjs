// Draws the picture of the share card from src/packages/staff/assets/share-card.svg, 5:4, at twice its size:
// `CHROMIUM_PATH=… node miniapp/config/draw-share-card.mjs`.
// Source: https://developers.weixin.qq.com/miniprogram/dev/reference/api/Page.html#onShareAppMessage-Object-object
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../src/packages/staff/assets', import.meta.url));
const fonts = path.dirname(
  createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/package.json'),
);
const face = (weight, file) =>
  `@font-face{font-family:"Noto Sans SC";font-weight:${weight};src:url(data:font/ttf;base64,${readFileSync(path.join(fonts, file)).toString('base64')})}`;

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: 500, height: 400 }, deviceScaleFactor: 1.28 });
const svg = readFileSync(path.join(folder, 'share-card.svg'), 'utf8');
await page.setContent(
  `<style>${face(400, '400Regular/NotoSansSC_400Regular.ttf')}${face(600, '600SemiBold/NotoSansSC_600SemiBold.ttf')}body{margin:0;line-height:0}</style>${svg}`,
);
await page.evaluate(() => document.fonts.ready);
await page.screenshot({ path: path.join(folder, 'share-card.png') });
await browser.close();
