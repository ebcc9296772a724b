/**
 * The Chinese font that the tests carry, so that pictures look the same on a machine without one. The browser
 * gets a fontconfig file that knows no other font; every family name leads to Noto Sans SC.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(__dirname, '../../..');
const fonts = path.join(root, 'node_modules/@expo-google-fonts/noto-sans-sc');
const cache = path.join(root, '.cache/fonts');

/** The two weights that the design uses. */
const folders = ['400Regular', '600SemiBold'];

const configuration = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
${folders.map((folder) => `  <dir>${path.join(fonts, folder)}</dir>`).join('\n')}
  <cachedir>${path.join(cache, 'index')}</cachedir>
  <match target="pattern">
    <edit name="family" mode="append" binding="strong"><string>Noto Sans SC</string></edit>
  </match>
</fontconfig>
`;

/** Writes the configuration and answers the environment under which a browser uses it. Linux only; others ignore it. */
export function fontEnvironment(): Record<string, string> {
  mkdirSync(path.join(cache, 'index'), { recursive: true });
  const file = path.join(cache, 'fonts.conf');
  writeFileSync(file, configuration);
  return { FONTCONFIG_FILE: file };
}
