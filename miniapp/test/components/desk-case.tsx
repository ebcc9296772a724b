/** One case on the desk's page: opened, filled in, handed in. */
import { fireEvent, screen, within } from '@testing-library/react';
import CasePage from '../../src/packages/desk/pages/case/case';
import type { CaseView } from 'shared/claim/case-view';
import { medicalStatement } from 'shared/testing/sample-claims';
import { cloudAnswers, renderPage, type Operation } from './cloud';
import { caseSample, DESK_TODAY } from './desk-samples';
import { settle } from './settle';
import { route } from './taro';

export const { claimId } = caseSample();
/** When everything of the samples happened. */
export const at = 1_780_000_000_000;

export const openPage = async (
  shown: Partial<CaseView> | { current: CaseView },
  more: Readonly<Record<string, Operation>> = {},
) => {
  route.params = { claimId };
  const kept = 'current' in shown ? shown : { current: caseSample(shown) };
  const { calls } = cloudAnswers({
    openCase: () => ({ today: DESK_TODAY, case: kept.current }),
    attendCase: () => ({ version: kept.current.version, others: [] }),
    previewAssessment: () => ({ statement: medicalStatement, warnings: [] }),
    ...more,
  });
  const { unmount } = renderPage(<CasePage />);
  await settle();
  return Object.assign(calls, { unmount });
};

export const field = (name: string) => screen.getByRole<HTMLInputElement>('textbox', { name });
export const type = (name: string, value: string) => fireEvent.change(field(name), { target: { value } });
export const press = async (name: string | RegExp, role = 'button') => {
  fireEvent.click(screen.getByRole(role, { name }));
  await settle();
};
export const pickDay = (name: string, value: string) =>
  fireEvent.change(screen.getByLabelText(name, { selector: 'input' }), { target: { value } });
export const fillInvoice = async () => {
  type('发票金额', '3860.50');
  type('医保或别处已报', '1200');
  await press('报过', 'radio');
};
/** The rules are asked once typing has rested. */
export const rest = async () => {
  await settle(500);
  await settle();
};
export const handIn = async () => {
  await press('提交审核');
  const sheet = within(screen.getByRole('dialog', { name: '提交审核' }));
  fireEvent.click(sheet.getByRole('button', { name: '发票、清单和病历相符，按规则计算。' }));
  fireEvent.click(sheet.getByRole('button', { name: '确认提交审核' }));
  await settle();
};
export const sentTo = (calls: Awaited<ReturnType<typeof openPage>>, name: string) =>
  calls.filter((call) => call.name === name).map(({ input }) => input);
