import { act, fireEvent, render, screen } from '@testing-library/react';
import { Button } from './button';

/** Work that the test ends. */
const openWork = () => {
  const end: { now: () => void } = { now: () => undefined };
  const promise = new Promise<void>((resolve) => {
    end.now = resolve;
  });
  return { promise, end };
};

describe('Button', () => {
  it('lets one press through while its work is on the way, and the next one after', async () => {
    const { promise, end } = openWork();
    const press = jest.fn(() => promise);
    render(<Button onPress={press}>付款</Button>);

    fireEvent.click(screen.getByRole('button'));
    fireEvent.click(screen.getByRole('button'));
    expect(press).toHaveBeenCalledTimes(1);
    expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'true');

    await act(async () => end.now());
    expect(screen.getByRole('button')).toHaveAttribute('aria-disabled', 'false');
    fireEvent.click(screen.getByRole('button'));
    expect(press).toHaveBeenCalledTimes(2);
    await act(async () => undefined);
  });

  it('does nothing while disabled and says why', () => {
    const press = jest.fn();
    render(
      <Button disabled reason="还有 1 位家人没有签名" onPress={press}>
        去付款
      </Button>,
    );
    fireEvent.click(screen.getByRole('button', { name: '去付款' }));
    expect(press).not.toHaveBeenCalled();
    expect(screen.getByText('还有 1 位家人没有签名')).toBeInTheDocument();
  });

  it('does nothing while somebody else works', () => {
    const press = jest.fn();
    render(
      <Button loading onPress={press}>
        正在提交
      </Button>,
    );
    fireEvent.click(screen.getByRole('button'));
    expect(press).not.toHaveBeenCalled();
  });
});
