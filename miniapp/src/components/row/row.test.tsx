import { fireEvent, render, screen } from '@testing-library/react';
import { Row } from './row';

describe('a row that opens something', () => {
  it('opens it once for a double tap', () => {
    const opened: string[] = [];
    render(
      <>
        <Row label="王建国" onPress={() => opened.push('王建国')} />
        <Row label="李秀英" onPress={() => opened.push('李秀英')} />
      </>,
    );
    fireEvent.click(screen.getByText('王建国'));
    fireEvent.click(screen.getByText('王建国'));
    expect(opened).toEqual(['王建国']);
    fireEvent.click(screen.getByText('李秀英'));
    expect(opened).toEqual(['王建国', '李秀英']);
  });
});
