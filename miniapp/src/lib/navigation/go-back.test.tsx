import { act, renderHook } from '@testing-library/react';
import { seen } from '../../../test/components/taro';
import { useGoBack } from './go-back';

it('leaves a page once, however often it is tapped while it leaves', async () => {
  const { result } = renderHook(useGoBack);
  await act(() => result.current());
  await act(() => result.current());
  expect(seen.navigations).toEqual(['navigateBack 1']);
});
