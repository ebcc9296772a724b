import Taro from '@tarojs/taro';

/** Opens the phone with a number typed in; a person who turns back has done nothing wrong. */
export const callPhone = async (phoneNumber: string): Promise<void> => {
  try {
    await Taro.makePhoneCall({ phoneNumber });
  } catch (thrown) {
    console.warn('no call was made', thrown);
  }
};
