/** What the phone itself offers: its measures, storage, dialogues, camera, clipboard. */
import { setTimeout } from 'node:timers';
import { acrossBridge, type Json } from './json';
import { microphone } from './microphone';
import type { Person, Seen } from './person';
import { OWN_FOLDER, type PhoneFiles } from './phone-files';
import { PlatformFailure, type PlatformFunction } from './platform-call';

type PlatformCall = (name: string, run: (options: never) => unknown) => PlatformFunction;

export interface DeviceSettings {
  width: number;
  height: number;
  dark: boolean;
  textScale: number;
  /** The page and query with which the app was opened, for example from a share card. */
  launch: { path: string; query: Record<string, string>; scene: number };
}

interface DeviceSide {
  settings: DeviceSettings;
  person: Person;
  seen: Seen;
  files: PhoneFiles;
  /** What the app has stored. */
  stored: Map<string, Json>;
}

const statusBarHeight = 44;
const homeBarHeight = 34;

function measures({ settings: { width, height, dark, textScale, launch } }: DeviceSide) {
  const area = {
    left: 0,
    right: width,
    top: statusBarHeight,
    bottom: height - homeBarHeight,
    width,
    height: height - statusBarHeight - homeBarHeight,
  };
  const window = {
    pixelRatio: 2,
    windowWidth: width,
    windowHeight: height,
    screenWidth: width,
    screenHeight: height,
    statusBarHeight,
    safeArea: area,
  };
  const app = {
    SDKVersion: '3.8.0',
    version: '8.0.50',
    language: 'zh_CN',
    theme: dark ? 'dark' : 'light',
    fontSizeScaleFactor: textScale,
    fontSizeSetting: 16 * textScale,
  };
  const device = {
    platform: 'ios',
    system: 'iOS 17.0',
    brand: 'iPhone',
    model: 'iPhone',
    benchmarkLevel: 30,
  };
  return {
    getWindowInfo: () => window,
    getAppBaseInfo: () => app,
    getDeviceInfo: () => device,
    getSystemInfoSync: () => ({ ...window, ...app, ...device }),
    getSystemSetting: () => ({}),
    getAppAuthorizeSetting: () => ({}),
    getMenuButtonBoundingClientRect: () => ({
      top: 48,
      bottom: 80,
      left: width - 94,
      right: width - 7,
      width: 87,
      height: 32,
    }),
    getLaunchOptionsSync: () => launch,
    getEnterOptionsSync: () => launch,
    getAccountInfoSync: () => ({
      miniProgram: { appId: 'wx0000000000000000', envVersion: 'develop', version: '' },
    }),
  };
}

function storage({ stored: kept }: DeviceSide) {
  return {
    setStorageSync: (key: string, value: unknown) => void kept.set(key, acrossBridge(value)),
    getStorageSync: (key: string) => kept.get(key) ?? '',
    removeStorageSync: (key: string) => void kept.delete(key),
    clearStorageSync: () => kept.clear(),
    getStorageInfoSync: () => ({ keys: [...kept.keys()], currentSize: 0, limitSize: 10_240 }),
  };
}

function dialogues(platformCall: PlatformCall, { person, seen }: DeviceSide) {
  return {
    showToast: platformCall('showToast', ({ title }: { title: string }) => void seen.toasts.push(title)),
    showModal: platformCall(
      'showModal',
      ({ title = '', content = '' }: { title?: string; content?: string }) => {
        seen.dialogues.push({ title, content });
        return { confirm: person.confirms, cancel: !person.confirms };
      },
    ),
    showActionSheet: platformCall('showActionSheet', ({ itemList }: { itemList: string[] }) => {
      seen.dialogues.push({ title: '', content: itemList.join('\n') });
      if (person.picksLine === undefined) throw new PlatformFailure('cancel');
      return { tapIndex: person.picksLine };
    }),
    setNavigationBarTitle: platformCall(
      'setNavigationBarTitle',
      ({ title }: { title: string }) => void seen.titles.push(title),
    ),
    setClipboardData: platformCall(
      'setClipboardData',
      ({ data }: { data: string }) => void (seen.clipboard = data),
    ),
    getClipboardData: platformCall('getClipboardData', () => ({ data: seen.clipboard })),
  };
}

function camera(platformCall: PlatformCall, { person, files }: DeviceSide) {
  return {
    chooseMedia: platformCall('chooseMedia', ({ count = 9 }: { count?: number }) => {
      if (person.photos.length === 0) throw new PlatformFailure('cancel');
      const taken = person.photos.splice(0, count);
      return {
        type: 'image',
        tempFiles: taken.map(({ name, bytes }) => ({
          tempFilePath: files.keep(bytes, name),
          size: bytes.byteLength,
          fileType: 'image',
        })),
      };
    }),
    compressImage: platformCall('compressImage', ({ src }: { src: string }) => {
      files.read(src);
      return { tempFilePath: src };
    }),
  };
}

function fileSystem(platformCall: PlatformCall, { files }: DeviceSide) {
  return {
    getFileInfo: platformCall('getFileInfo', ({ filePath }: { filePath: string }) => ({
      size: files.read(filePath).byteLength,
    })),
    copyFile: platformCall('copyFile', ({ srcPath, destPath }: { srcPath: string; destPath: string }) =>
      files.copy(srcPath, destPath),
    ),
    unlink: platformCall('unlink', ({ filePath }: { filePath: string }) => files.delete(filePath)),
    readdir: platformCall('readdir', () => ({
      files: files.own().map((path) => path.slice(OWN_FOLDER.length + 1)),
    })),
  };
}

/** A query about the layout, of which there is none: every selected element is as wide as the phone. */
function selectorQuery({ settings }: DeviceSide) {
  return () => {
    let asked = 0;
    const box = { left: 0, top: 0, right: settings.width, bottom: 200, width: settings.width, height: 200 };
    const one = () => {
      asked += 1;
      return query;
    };
    const same = () => query;
    const query = {
      in: same,
      select: one,
      selectAll: one,
      selectViewport: one,
      boundingClientRect: same,
      scrollOffset: same,
      fields: same,
      node: same,
      context: same,
      exec: (answer?: (boxes: object[]) => void) => {
        setTimeout(() => answer?.(Array.from({ length: asked }, () => ({ ...box }))), 0);
        return query;
      },
    };
    return query;
  };
}

/** Functions that do nothing a test could see, and succeed. */
const silent = [
  'hideToast',
  'showLoading',
  'hideLoading',
  'hideKeyboard',
  'setNavigationBarColor',
  'setBackgroundColor',
  'pageScrollTo',
  'startPullDownRefresh',
  'stopPullDownRefresh',
  'setTabBarBadge',
  'removeTabBarBadge',
  'showTabBar',
  'hideTabBar',
  'showShareMenu',
  'hideShareMenu',
  'updateShareMenu',
  'vibrateShort',
  'previewImage',
  'reportEvent',
  'makePhoneCall',
  'enableAlertBeforeUnload',
  'disableAlertBeforeUnload',
];

const listeners = [
  'onAppShow',
  'offAppShow',
  'onAppHide',
  'offAppHide',
  'onError',
  'offError',
  'onUnhandledRejection',
  'onMemoryWarning',
  'onNetworkStatusChange',
  'offNetworkStatusChange',
  'onPageNotFound',
  'onThemeChange',
  'offThemeChange',
  'onWindowResize',
  'offWindowResize',
  'onKeyboardHeightChange',
  'offKeyboardHeightChange',
];

/** Everything of `wx` but navigation, cloud and payment. What is not here is missing, as on an old phone. */
export function deviceApi(platformCall: PlatformCall, side: DeviceSide): Record<string, unknown> {
  const recorder = microphone(platformCall, side);
  return {
    canIUse: () => true,
    nextTick: (run: () => void) => setTimeout(run, 0),
    ...measures(side),
    ...storage(side),
    ...dialogues(platformCall, side),
    ...camera(platformCall, side),
    env: { USER_DATA_PATH: OWN_FOLDER },
    getRecorderManager: () => recorder,
    getFileSystemManager: () => fileSystem(platformCall, side),
    createSelectorQuery: selectorQuery(side),
    createIntersectionObserver: () => {
      const observer = {
        relativeTo: () => observer,
        relativeToViewport: () => observer,
        observe: () => undefined,
        disconnect: () => undefined,
      };
      return observer;
    },
    login: platformCall('login', () => ({ code: 'code' })),
    getNetworkType: platformCall('getNetworkType', () => ({
      networkType: side.person.online ? 'wifi' : 'none',
    })),
    ...Object.fromEntries(silent.map((name) => [name, platformCall(name, () => undefined)])),
    ...Object.fromEntries(listeners.map((name) => [name, () => undefined])),
  };
}
