import { fireEvent, screen, waitFor } from '@testing-library/react';
import { correctableSample, policySample } from '../../../../../test/components/claim-samples';
import { cloudAnswers, refusal, renderPage } from '../../../../../test/components/cloud';
import { route, seen } from '../../../../../test/components/taro';
import CorrectPage from './correct';

const { policyId } = policySample;
const notStarted = { policy: { ...correctableSample('all'), state: 'notStarted' as const } };
const press = (role: string, name: string | RegExp) => fireEvent.click(screen.getByRole(role, { name }));
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } });
const chooseDaughter = async () => {
  await screen.findByRole('button', { name: '改正' });
  press('radio', /王小雨/);
};
beforeEach(() => {
  route.params = { policyId };
});

describe('putting a name or number right', () => {
  it('asks who first, shows the name as it stands and the number masked', async () => {
    cloudAnswers({ getPolicy: () => ({ ...notStarted, isUnbroken: false }) });
    renderPage(<CorrectPage />);
    await screen.findByRole('button', { name: '改正' });
    press('button', '改正');
    expect(await screen.findByText('请选要改的人。')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
    press('radio', /王小雨/);
    expect(screen.getByRole('textbox', { name: '正确的姓名' })).toHaveValue('王小雨');
    expect(screen.getByText('保单上现在是 3504**********0019')).toBeInTheDocument();
  });

  it('sends nothing when nothing was changed', async () => {
    const cloud = cloudAnswers({ getPolicy: () => ({ ...notStarted, isUnbroken: false }) });
    renderPage(<CorrectPage />);
    await chooseDaughter();
    press('button', '改正');
    expect(await screen.findByText('姓名和证件号都没有变，不用改。')).toBeInTheDocument();
    expect(cloud.calls.map(({ name }) => name)).toEqual(['getPolicy']);
  });

  it('sends the name alone when the number stays, and goes back to the certificate', async () => {
    const cloud = cloudAnswers({
      getPolicy: () => ({ ...notStarted, isUnbroken: false }),
      correctInsured: () => notStarted,
    });
    renderPage(<CorrectPage />);
    await chooseDaughter();
    type('正确的姓名', '王晓雨');
    press('button', '改正');
    await waitFor(() =>
      expect(seen.navigations).toEqual([
        `redirectTo /packages/buy/pages/certificate/certificate?policyId=${policyId}`,
      ]),
    );
    const sent = cloud.calls.find(({ name }) => name === 'correctInsured')?.input;
    expect(sent).toMatchObject({ policyId, personIndex: 2, name: '王晓雨' });
    expect(sent).not.toHaveProperty('idNumber');
  });

  it('shows what is wrong at its field, and what has no field below', async () => {
    const fault = { path: 'idNumber', code: 'MEMBER_TOO_OLD', message: '超过 65 岁。' };
    let answer = refusal('MEMBER_TOO_OLD', '超过 65 岁。', [fault]);
    cloudAnswers({ getPolicy: () => ({ ...notStarted, isUnbroken: false }), correctInsured: () => answer });
    renderPage(<CorrectPage />);
    await chooseDaughter();
    type('正确的姓名', '王晓雨');
    press('button', '改正');
    expect(await screen.findByText('超过 65 岁。')).toBeInTheDocument();
    answer = refusal('CORRECTION_OTHER_PERSON', '像是换了一个人。');
    press('button', '改正');
    expect(await screen.findByText('像是换了一个人。')).toBeInTheDocument();
    expect(seen.navigations).toEqual([]);
  });

  it('offers nothing once cover has started', async () => {
    cloudAnswers({ getPolicy: () => ({ policy: policySample, isUnbroken: false }) });
    renderPage(<CorrectPage />);
    expect(await screen.findByText('保障已经开始，不能自己改了，请打客服电话。')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: '改正' })).toBeNull();
  });

  it('asks nothing but the ID number of a child insured by birth certificate', async () => {
    const policy = correctableSample('idNumber');
    const cloud = cloudAnswers({
      getPolicy: () => ({ policy, isUnbroken: false }),
      correctInsured: () => ({ policy }),
    });
    renderPage(<CorrectPage />);
    expect(await screen.findByRole('textbox', { name: '王小雨的身份证号' })).toHaveValue('');
    expect(screen.getAllByRole('textbox')).toHaveLength(1);
    expect(screen.queryByRole('radio')).toBeNull();
    type('王小雨的身份证号', '350421202601010022');
    press('button', '改正');
    await waitFor(() => expect(cloud.calls.map(({ name }) => name)).toContain('correctInsured'));
    expect(cloud.calls.find(({ name }) => name === 'correctInsured')?.input).toMatchObject({
      personIndex: 2,
      name: '王小雨',
      idNumber: '350421202601010022',
    });
  });
});
