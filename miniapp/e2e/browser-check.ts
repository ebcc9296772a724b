/** Ends with one line and exit code 1 where the journey would find no browser, before anything else runs. */
import { findChromium } from './browser/find-chromium';

try {
  const { origin, executablePath } = findChromium();
  console.error(`Browser for the journey: ${origin}, ${executablePath}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
