import Taro from '@tarojs/taro';

/** What the phone asks for when the app starts. */
export interface LaunchSettings {
  /** How much larger than usual the person reads in WeChat: 1, 1.4 or 1.75, other values between. */
  textFactor: number;
  /** Set only by tests and the gallery; otherwise the system decides. */
  theme?: 'light' | 'dark';
}

/** Source: https://developers.weixin.qq.com/miniprogram/dev/api/base/system/wx.getAppBaseInfo.html */
export const launchSettings = (): LaunchSettings => {
  const factor: unknown = Reflect.get(Taro.getAppBaseInfo(), 'fontSizeScaleFactor');
  return { textFactor: typeof factor === 'number' ? factor : 1 };
};
