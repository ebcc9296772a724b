import { fireEvent, render, screen } from '@testing-library/react';
import { ChoiceList } from './choice-list';

const choices = [
  { value: 'medical', label: '受伤看病' },
  { value: 'disability', label: '落下残疾', disabled: true },
] as const;

describe('ChoiceList', () => {
  it('is a named group of radios that tells which one is chosen', () => {
    const change = jest.fn();
    render(<ChoiceList label="怎么了" choices={choices} value={undefined} onChange={change} />);
    expect(screen.getByRole('radiogroup', { name: '怎么了' })).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: '受伤看病' })).not.toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: '受伤看病' }));
    expect(change).toHaveBeenCalledWith('medical');
  });

  it('does not choose a closed answer', () => {
    const change = jest.fn();
    render(<ChoiceList label="怎么了" choices={choices} value="medical" onChange={change} />);
    fireEvent.click(screen.getByRole('radio', { name: '落下残疾' }));
    expect(change).not.toHaveBeenCalled();
    expect(screen.getByRole('radio', { name: '受伤看病' })).toBeChecked();
  });
});
