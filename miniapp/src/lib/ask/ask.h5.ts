import type { Question } from './ask';

const part = (tag: string, style: string, text = ''): HTMLElement => {
  const element = document.createElement(tag);
  element.setAttribute('style', style);
  element.textContent = text;
  return element;
};

const buttonStyle =
  'flex:1;min-height:48px;border:0;border-radius:24px;font-family:inherit;font-size:17px;font-weight:600;cursor:pointer;';

/** Shows the question over the page and answers what was pressed. */
export const ask = ({ title, text, yes, no }: Question): Promise<boolean> =>
  new Promise((resolve) => {
    const shade = part(
      'div',
      'position:fixed;inset:0;z-index:2000;background:var(--shade);display:flex;align-items:flex-end',
    );
    const sheet = part(
      'div',
      'box-sizing:border-box;width:100%;max-width:560px;margin:0 auto;padding:24px 16px;border-radius:16px 16px 0 0;background:var(--surface);color:var(--ink)',
    );
    sheet.setAttribute('role', 'dialog');
    sheet.setAttribute('aria-label', title);
    const buttons = part('div', 'display:flex;gap:12px;margin-top:24px');
    const refuse = part('button', `${buttonStyle}background:var(--sunken);color:var(--ink)`, no);
    const accept = part('button', `${buttonStyle}background:var(--brand);color:var(--on-brand)`, yes);
    const answer = (accepted: boolean) => () => {
      shade.remove();
      resolve(accepted);
    };
    refuse.addEventListener('click', answer(false));
    accept.addEventListener('click', answer(true));
    buttons.append(refuse, accept);
    sheet.append(
      part('div', 'font-weight:600;font-size:17px', title),
      part('div', 'margin-top:8px;color:var(--second);font-size:15px', text),
      buttons,
    );
    shade.append(sheet);
    document.body.append(shade);
  });
