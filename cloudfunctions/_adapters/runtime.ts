import { randomBytes } from 'node:crypto';
import type { PdfPort } from '../_core/ports/pdf';
import type { LogLine, Runtime } from '../_core/serve';
import { Vault } from '../_core/vault';
import { createCloudbase, openidOfCall } from './cloudbase';
import { createCloudbaseDatabase } from './cloudbase-database';
import { createCloudbaseFiles } from './cloudbase-files';
import { createImages } from './images/images';
import { keyRing } from './settings';
import { createCardReader } from './card-reader';
import { createPageCodes } from './page-codes';
import { createSpreadsheets } from './spreadsheet/spreadsheet';
import { createWechatOpen, subscribeTemplates } from './wechat-open';
import { createWechatPay } from './wechat-pay';
import { wechatPaySettings } from './wechat-pay-settings';
import { createWorkingCalendar } from './working-calendar';

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads a value at its first use, so that a function that never pays needs no payment settings at its start. */
const lazily = <T extends object>(make: () => T): T => {
  let made: T | undefined;
  return new Proxy({} as T, {
    get: (_target, property) => Reflect.get((made ??= make()), property) as unknown,
  });
};

const writeLog = (line: LogLine): void => {
  (line.fault === undefined ? console.log : console.error)(JSON.stringify(line));
};

const NO_PRINTER: PdfPort = { print: () => Promise.reject(new Error('this function prints nothing')) };

/**
 * The adapters of a deployed function, wired from its environment.
 * @param pdf only where something is printed: its font weighs ten times the rest.
 */
export const createRuntime = (
  env: Environment,
  pdf: PdfPort = NO_PRINTER,
): Runtime & { openid: () => string | undefined } => {
  const app = createCloudbase();
  const clock = { now: () => Date.now() };
  return {
    ports: {
      clock,
      database: createCloudbaseDatabase(app),
      files: createCloudbaseFiles(app),
      images: createImages(),
      payment: lazily(() => createWechatPay(wechatPaySettings(env), clock.now)),
      messages: lazily(() => createWechatOpen(subscribeTemplates(env))),
      pdf,
      pageCodes: createPageCodes(),
      cards: createCardReader(),
      spreadsheets: createSpreadsheets(),
      calendar: createWorkingCalendar(),
      randomBytes,
    },
    vault: new Vault(keyRing(env), randomBytes),
    log: writeLog,
    openid: () => openidOfCall(app),
  };
};
