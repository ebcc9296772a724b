// Draws the PNGs of the tab bar from src/assets/tab/*.svg: `CHROMIUM_PATH=… node miniapp/config/draw-tab-icons.mjs`.
// WeChat's tab bar takes PNG only, at most 40 KB, 81 × 81.
// Source: https://developers.weixin.qq.com/miniprogram/dev/reference/configuration/app.html#tabBar
import { mkdirSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const folder = fileURLToPath(new URL('../src/assets/tab', import.meta.url));
const colours = { '': '#5A6D68', '-on': '#0B6E5B', '-dark': '#93A5A0', '-dark-on': '#5CC7AE' };
const side = 81;
/** Air around the drawing, so that it stands as large as WeChat's own icons. */
const margin = 9;

mkdirSync(path.join(folder, 'png'), { recursive: true });
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
});
const page = await browser.newPage({ viewport: { width: side, height: side } });
for (const file of readdirSync(folder).filter((name) => name.endsWith('.svg'))) {
  const svg = readFileSync(path.join(folder, file), 'utf8');
  for (const [suffix, colour] of Object.entries(colours)) {
    await page.setContent(
      `<body style="margin:0;padding:${margin}px;color:${colour};line-height:0">${svg.replace('<svg ', `<svg width="${side - 2 * margin}" `)}`,
    );
    const name = file.replace('.svg', `${suffix}.png`);
    await page.screenshot({ path: path.join(folder, 'png', name), omitBackground: true });
  }
}
await browser.close();
