/** The journey's pictures are worth nothing if 保 is a box: the browser must have glyphs for what it shows. */
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from './browser/launch';

let browser: Browser;
let page: Page;

beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage({ viewport: { width: 120, height: 120 } });
});
afterAll(() => browser.close());

/** U+0378 is assigned to nothing, so every font draws its sign for a missing glyph. */
const unassigned = '\u0378';

async function drawn(text: string, weight = 400): Promise<Buffer> {
  await page.setContent(
    `<!doctype html><body style="margin:0;font:${weight} 80px/120px system-ui,sans-serif">${text}</body>`,
  );
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  return page.screenshot();
}

it('draws the missing glyph the same for every unassigned character', async () => {
  expect((await drawn(unassigned)).equals(await drawn('\u0379'))).toBe(true);
});

it.each(Array.from('暖家保元理赔'))('draws %s as a character of its own', async (character) => {
  expect((await drawn(character)).equals(await drawn(unassigned))).toBe(false);
  expect((await drawn(character)).equals(await drawn(' '))).toBe(false);
});

it('draws the two weights of the design differently', async () => {
  expect((await drawn('保', 400)).equals(await drawn('保', 600))).toBe(false);
});

it('takes every character from the font that the tests carry', async () => {
  await page.setContent('<!doctype html><p id="words" style="font-family:system-ui">暖家保 100.00 元</p>');
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#words' });
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
  expect(fonts.map((font) => font.familyName)).toEqual(['Noto Sans SC']);
});
