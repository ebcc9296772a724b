import { useEffect } from 'react';
import Taro from '@tarojs/taro';

/** The phone draws its own bar from the page's config; only a title that depends on data is told to it. */
export function PageHeader({ title }: { title?: string }) {
  useEffect(() => {
    if (title !== undefined) void Taro.setNavigationBarTitle({ title });
  }, [title]);
  return null;
}
