import Taro from '@tarojs/taro';

/** Reads what was kept on this phone; undefined when there is nothing or the phone cannot read it. */
export const readStored = (key: string): unknown => {
  try {
    const value: unknown = Taro.getStorageSync(key);
    return value === '' ? undefined : value;
  } catch {
    return undefined;
  }
};

/** Keeps a JSON value on this phone. A full store loses the value, never the page. */
export const writeStored = (key: string, value: unknown): void => {
  try {
    Taro.setStorageSync(key, value);
  } catch (error) {
    console.warn('storage is full', key, error);
  }
};

/** Names of all that is kept on this phone. */
export const storedKeys = (): readonly string[] => Taro.getStorageInfoSync().keys;

/** Forgets a value. */
export const dropStored = (key: string): void => {
  try {
    Taro.removeStorageSync(key);
  } catch (error) {
    console.warn('storage cannot be changed', key, error);
  }
};
