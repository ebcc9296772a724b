/**
 * What stands in for `@tarojs/taro` in component tests: enough of the phone to render one component.
 *
 * It keeps what a component did (`seen`) and never makes up an answer: an API that needs one throws until
 * the test gives it in `answers`. Whole pages run in the weapp harness instead, against the local cloud.
 */
import { useEffect, useRef } from 'react';

interface Seen {
  /** URLs in the order in which they were opened, with the way: `navigateTo /pages/home/index`. */
  navigations: string[];
  toasts: string[];
  calls: { name: string; options: unknown }[];
}

type Answer = (options: unknown) => unknown;

/** What the component under test did since the test began. */
export const seen: Seen = { navigations: [], toasts: [], calls: [] };
/** Answers by API name, for example `answers.set('showModal', () => ({ confirm: true, cancel: false }))`. */
export const answers = new Map<string, Answer>();
/** The route that `useRouter` answers. */
export const route: { path: string; params: Record<string, string> } = { path: '', params: {} };
/** The pages that `getCurrentPages` answers, the one in front last. */
export const pages: { route: string }[] = [];

/** The phone's network; `set(true)` brings it back and tells the app. */
export const network = {
  isOnline: true,
  listeners: new Set<(change: { isConnected: boolean }) => void>(),
  set(isConnected: boolean): void {
    network.isOnline = isConnected;
    network.listeners.forEach((hear) => hear({ isConnected }));
  },
};

const storage = new Map<string, unknown>();

/** Forgets everything; runs before each test. */
export function resetTaro(): void {
  seen.navigations = [];
  seen.toasts = [];
  seen.calls = [];
  answers.clear();
  storage.clear();
  ownFiles.clear();
  network.isOnline = true;
  network.listeners.clear();
  route.path = '';
  route.params = {};
  pages.length = 0;
}

const navigation =
  (way: string) =>
  (options: { url?: string; delta?: number } = {}) => {
    seen.navigations.push(`${way} ${options.url ?? String(options.delta ?? 1)}`);
    return Promise.resolve({ errMsg: `${way}:ok` });
  };

const quiet = (name: string) => (options?: unknown) => {
  seen.calls.push({ name, options });
  return Promise.resolve({ errMsg: `${name}:ok` });
};

const answered = (name: string) => (options?: unknown) => {
  seen.calls.push({ name, options });
  const answer = answers.get(name);
  if (answer === undefined) {
    return Promise.reject(new Error(`The test gave no answer for Taro.${name}`));
  }
  return Promise.resolve(answer(options));
};

const windowInfo = () => ({
  pixelRatio: 2,
  windowWidth: 375,
  windowHeight: 812,
  screenWidth: 375,
  screenHeight: 812,
  statusBarHeight: 44,
  safeArea: { top: 44, left: 0, right: 375, bottom: 778, width: 375, height: 734 },
});

const appInfo = () => ({
  SDKVersion: '3.8.0',
  language: 'zh_CN',
  theme: 'light',
  fontSizeScaleFactor: 1,
});

/** There is no layout here: every query finds nothing, as on a phone for an element that is gone. */
const createSelectorQuery = () => {
  const query = {
    select: () => query,
    fields: () => query,
    exec: (tell: (found: null[]) => void) => tell([null]),
  };
  return query;
};

/** Files of this phone: all that a test does not say to be gone, by `answers.set('getFileInfo', …)`. */
const getFileInfo = (options: {
  filePath: string;
  success: (found: { size: number }) => void;
  fail: () => void;
}) => {
  const size = answers.get('getFileInfo')?.(options.filePath) ?? 1000;
  if (typeof size === 'number' && size > 0) options.success({ size });
  else options.fail();
};

/** The app's own files: where each lies, and from which it was copied. */
export const ownFiles = new Map<string, string>();
const OWN_FOLDER = 'wxfile://usr';

interface FileCall {
  success?: (answer: { files: string[] }) => void;
  fail?: (error: { errMsg: string }) => void;
}
/** Fails as a full phone does when the test says so: `answers.set('copyFile', () => false)`. */
const copyFile = ({ srcPath, destPath, success, fail }: FileCall & { srcPath: string; destPath: string }) => {
  if (answers.get('copyFile')?.(srcPath) === false) {
    fail?.({ errMsg: 'copyFile:fail the maximum size of the file storage limit is exceeded' });
    return;
  }
  ownFiles.set(destPath, srcPath);
  success?.({ files: [] });
};
const unlink = ({ filePath, success, fail }: FileCall & { filePath: string }) => {
  if (ownFiles.delete(filePath)) success?.({ files: [] });
  else fail?.({ errMsg: `unlink:fail no such file or directory ${filePath}` });
};
const readdir = ({ success }: FileCall) =>
  success?.({ files: [...ownFiles.keys()].map((path) => path.slice(OWN_FOLDER.length + 1)) });

type Listener = (told: Record<string, unknown>) => void;

/** The microphone: started by the component, ended by the test with `recorder.tell('stop', …)`. */
export const recorder = {
  listeners: new Map<string, Listener>(),
  tell: (event: string, told: Record<string, unknown> = {}) => recorder.listeners.get(event)?.(told),
};
const listening = (event: string) => (listener: Listener) => void recorder.listeners.set(event, listener);
const noted = (name: string) => (options?: unknown) => void seen.calls.push({ name, options });
const recorderManager = {
  onStop: listening('stop'),
  onError: listening('error'),
  onInterruptionBegin: listening('interruption'),
  start: noted('recorder.start'),
  stop: noted('recorder.stop'),
};

/** The loudspeaker: what is played ends with `player.tell('ended')` or `player.tell('error')`. */
export const player = {
  listeners: new Map<string, Listener>(),
  tell: (event: string) => player.listeners.get(event)?.({}),
};
const createInnerAudioContext = () => ({
  onEnded: (listener: Listener) => void player.listeners.set('ended', listener),
  onError: (listener: Listener) => void player.listeners.set('error', listener),
  play: noted('player.play'),
  destroy: noted('player.destroy'),
});

const Taro = {
  ENV_TYPE: { WEAPP: 'WEAPP', WEB: 'WEB' },
  getEnv: () => 'WEAPP',
  getWindowInfo: windowInfo,
  getAppBaseInfo: appInfo,
  getSystemInfoSync: () => ({ ...windowInfo(), ...appInfo() }),
  getCurrentPages: () => pages,
  getRecorderManager: () => recorderManager,
  createInnerAudioContext,
  env: { USER_DATA_PATH: OWN_FOLDER },
  getFileSystemManager: () => ({ getFileInfo, copyFile, unlink, readdir }),
  createSelectorQuery,
  getStorageSync: (key: string) => storage.get(key) ?? '',
  setStorageSync: (key: string, value: unknown) => storage.set(key, value),
  getStorageInfoSync: () => ({ keys: [...storage.keys()] }),
  removeStorageSync: (key: string) => storage.delete(key),
  nextTick: (run: () => void) => queueMicrotask(run),
  navigateTo: navigation('navigateTo'),
  redirectTo: navigation('redirectTo'),
  reLaunch: navigation('reLaunch'),
  switchTab: navigation('switchTab'),
  navigateBack: navigation('navigateBack'),
  showToast: (options: { title: string }) => {
    seen.toasts.push(options.title);
    return Promise.resolve({ errMsg: 'showToast:ok' });
  },
  hideToast: quiet('hideToast'),
  showLoading: quiet('showLoading'),
  hideLoading: quiet('hideLoading'),
  pageScrollTo: quiet('pageScrollTo'),
  vibrateShort: quiet('vibrateShort'),
  setNavigationBarTitle: quiet('setNavigationBarTitle'),
  stopPullDownRefresh: quiet('stopPullDownRefresh'),
  previewImage: quiet('previewImage'),
  showModal: answered('showModal'),
  showActionSheet: answered('showActionSheet'),
  openSetting: quiet('openSetting'),
  chooseMedia: answered('chooseMedia'),
  compressImage: answered('compressImage'),
  requestPayment: answered('requestPayment'),
  downloadFile: answered('downloadFile'),
  openDocument: quiet('openDocument'),
  shareFileMessage: quiet('shareFileMessage'),
  requestSubscribeMessage: answered('requestSubscribeMessage'),
  cloud: {
    callFunction: answered('cloud.callFunction'),
    uploadFile: answered('cloud.uploadFile'),
  },
  setClipboardData: quiet('setClipboardData'),
  makePhoneCall: quiet('makePhoneCall'),
  getNetworkType: () => Promise.resolve({ networkType: network.isOnline ? '4g' : 'none' }),
  onNetworkStatusChange: (hear: (change: { isConnected: boolean }) => void) => network.listeners.add(hear),
  onThemeChange: () => undefined,
  offThemeChange: () => undefined,
  eventCenter: { on: () => undefined, off: () => undefined, trigger: () => undefined },
};

/** The phone calls these once for each page shown, whatever the closure of later renders. */
function useOnMount(run: (params: Record<string, string>) => void): void {
  const first = useRef(run);
  useEffect(() => {
    first.current(route.params);
  }, []);
}
const never = () => undefined;

export const useLoad = useOnMount;
export const useReady = useOnMount;
export const useDidShow = useOnMount;
export const useDidHide = never;
export const useUnload = never;
export const usePullDownRefresh = never;
export const useReachBottom = never;
export const usePageScroll = never;
export const useShareAppMessage = never;
export const useShareTimeline = never;
export const useRouter = () => route;
export const { getEnv, getCurrentPages, eventCenter } = Taro;
export default Taro;
