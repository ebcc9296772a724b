import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { MESSAGE_PAGES } from './message-pages';

const APP = join(__dirname, '..', '..', 'miniapp', 'src');

describe('the page that a message opens', () => {
  it.each(Object.entries(MESSAGE_PAGES))('of a %s is a page of the mini-program', (_name, page) => {
    expect(existsSync(join(APP, `${page}.tsx`))).toBe(true);
  });
});
