/** Starts the browser of the journey, with the tests' own font. */
import { chromium, type Browser } from 'playwright-core';
import { findChromium } from './find-chromium';
import { fontEnvironment } from './fonts';

const switches = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
  // A microphone that hears a tone.
  '--use-fake-device-for-media-stream',
];

/** Launches a headless Chromium that finds no font but Noto Sans SC. Close it when done. */
export async function launchBrowser(): Promise<Browser> {
  const { executablePath, env } = findChromium();
  const own = { ...process.env, ...env, ...fontEnvironment() };
  const defined = Object.entries(own).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return chromium.launch({ executablePath, args: switches, env: Object.fromEntries(defined) });
}
