import Taro from '@tarojs/taro';

/** Scrolls the page until a control is in sight; does nothing when there is none of that id. */
export const showControl = async (id: string): Promise<void> => {
  try {
    await Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -160, duration: 160 });
  } catch (thrown) {
    console.warn('the page did not scroll', thrown);
  }
};
