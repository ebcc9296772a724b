import Taro from '@tarojs/taro';

/** A paper that the family handed in. */
export interface ShownPaper {
  url: string;
  /** What it proves, where that is known. */
  label: string | undefined;
}

/** Opens a paper over the whole screen, where it can be turned over and enlarged with two fingers. */
export const showInFull = (papers: readonly ShownPaper[], index: number): void => {
  const current = papers[index]?.url;
  if (current !== undefined) void Taro.previewImage({ current, urls: papers.map(({ url }) => url) });
};
