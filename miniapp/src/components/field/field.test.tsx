import { fireEvent, render, screen } from '@testing-library/react';
import { Field } from './field';

describe('Field', () => {
  it('gives what is typed', () => {
    const change = jest.fn();
    render(<Field label="姓名" value="" onChange={change} />);
    fireEvent.change(screen.getByLabelText('姓名'), { target: { value: '王建国' } });
    expect(change).toHaveBeenCalledWith('王建国');
  });

  it('shows its error at the field, as an alert, in place of the hint', () => {
    const nothing = () => undefined;
    const { rerender } = render(<Field label="身份证号" value="1" onChange={nothing} hint="18 位" />);
    expect(screen.queryByRole('alert')).not.toBeInTheDocument();
    expect(screen.getByText('18 位')).toBeInTheDocument();

    rerender(<Field label="身份证号" value="1" onChange={nothing} hint="18 位" error="身份证号不对" />);
    expect(screen.getByRole('alert')).toHaveTextContent('身份证号不对');
    expect(screen.queryByText('18 位')).not.toBeInTheDocument();
  });

  it('takes a phone number with its blanks and its country, as phones paste it', () => {
    render(<Field label="手机号" kind="phone" value="" onChange={() => undefined} />);
    const room = Number(screen.getByLabelText('手机号').getAttribute('maxlength'));
    expect(room).toBeGreaterThanOrEqual('+86 138 5080 1234'.length);
  });

  it('takes no more characters than an ID number has', () => {
    render(<Field label="身份证号" kind="idcard" value="" onChange={() => undefined} />);
    expect(screen.getByLabelText('身份证号')).toHaveAttribute('maxlength', '40');
  });
});
