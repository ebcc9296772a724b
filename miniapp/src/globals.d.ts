/// <reference types="@tarojs/taro" />

/** The cloud environment of this build; empty for the account's default one. Set by miniapp/config. */
declare const CLOUD_ENV: string;

declare module '*.module.scss' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
declare module '*.scss';
declare module '*.png' {
  const path: string;
  export default path;
}
