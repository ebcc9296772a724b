import Taro from '@tarojs/taro';

/** A question that must be answered before going on. */
export interface Question {
  title: string;
  text: string;
  /** The words for yes, the verb first, at most four characters: 撤回. */
  yes: string;
  /** The words for no, at most four characters. */
  no: string;
}

/** Asks in a window over the page; true for yes. */
export const ask = async ({ title, text, yes, no }: Question): Promise<boolean> => {
  const answer = await Taro.showModal({ title, content: text, confirmText: yes, cancelText: no });
  return answer.confirm;
};
