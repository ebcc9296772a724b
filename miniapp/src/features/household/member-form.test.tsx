import { fireEvent, render, screen } from '@testing-library/react';
import { seen } from '../../../test/components/taro';
import { emptyEntry, type EntryFaults, type MemberEntry } from './member-entry';
import { MemberForm } from './member-form';

const form = (entry: Partial<MemberEntry>, faults: EntryFaults) => (
  <MemberForm
    entry={{ ...emptyEntry('self'), ...entry }}
    onChange={() => undefined}
    faults={faults}
    taken={[]}
    startDay="2026-06-02"
  />
);
const shown = () =>
  seen.calls
    .filter(({ name }) => name === 'pageScrollTo')
    .map(({ options }) => (options as { selector: string }).selector);

describe('the form of a member', () => {
  it('brings the first fault into sight when a check finds one, from the top of the form down', () => {
    const { rerender } = render(form({}, {}));
    expect(shown()).toEqual([]);
    rerender(form({}, { idNumber: '请填写身份证号。', name: '请填写姓名。' }));
    expect(shown()).toEqual(['#member-name']);
    rerender(form({}, { idNumber: '请填写身份证号。' }));
    expect(shown()).toEqual(['#member-name', '#member-id-number']);
  });

  it('finds the number of a birth certificate where it is asked for', () => {
    render(form({ relation: 'son', idKind: 'birthCertificate' }, { idNumber: '请填写出生医学证明编号。' }));
    expect(shown()).toEqual(['#member-certificate']);
    expect(document.querySelector('#member-certificate')).not.toBeNull();
  });

  it('says once the field is left that a number of 15 digits is an old one', () => {
    render(form({ idNumber: '350421610305301' }, {}));
    expect(screen.queryByRole('alert')).toBeNull();
    fireEvent.blur(screen.getByLabelText('身份证号'));
    expect(screen.getByRole('alert')).toHaveTextContent(
      '这是 15 位的旧号码，请填第二代身份证上的 18 位号码。',
    );
  });

  it('says at once of a number of 18 characters that it cannot be', () => {
    render(form({ idNumber: '350421197903150118' }, {}));
    expect(screen.getByRole('alert')).toHaveTextContent('身份证号不对，请对照身份证再核对一遍。');
  });
});
