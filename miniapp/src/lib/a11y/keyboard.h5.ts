const pressable = ['button', 'link', 'radio', 'checkbox', 'tab'].map((role) => `[role=${role}]`).join(',');

/** Makes Enter and Space press what has a role: Taro's elements are no native buttons. */
export const startKeyboard = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches(pressable)) return;
    event.preventDefault();
    target.click();
  });
};
