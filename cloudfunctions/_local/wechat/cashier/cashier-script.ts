/** Runs in the cashier page: posts the choice, then tells the parent frame. Plain JavaScript, no libraries. */
export const CASHIER_SCRIPT = `
(() => {
  const { prepay, openid } = document.body.dataset;
  const buttons = [...document.querySelectorAll('button')];
  const fault = document.querySelector('.fault');
  const query = new URLSearchParams(location.search);
  const names = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'];
  const params = names.every((name) => query.has(name))
    ? Object.fromEntries(names.map((name) => [name, query.get(name)]))
    : undefined;

  const tell = (cashier) => {
    if (window.parent !== window) window.parent.postMessage({ cashier, prepayId: prepay }, location.origin);
  };
  const show = (face) => { document.body.dataset.face = face; };
  const end = (text, cashier) => {
    show('ended');
    document.querySelector('.ended .state').textContent = text;
    document.querySelector('.ended button').dataset.leave = cashier;
  };
  const complain = (message) => {
    fault.textContent = message;
    fault.hidden = false;
  };

  const choose = async (result) => {
    buttons.forEach((button) => { button.disabled = true; });
    fault.hidden = true;
    try {
      const response = await fetch('/_local/cashier/' + encodeURIComponent(prepay), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-openid': openid },
        body: JSON.stringify(params ? { result, params } : { result }),
      });
      const answer = await response.json();
      if (!response.ok) return complain(answer.error.message);
      if (answer.result === 'paid') show('done');
      else end(answer.result === 'cancelled' ? '已取消付款' : '支付失败，没有扣款', answer.result);
      tell(answer.result);
    } catch {
      complain('网络不通，请再试一次');
    } finally {
      buttons.forEach((button) => { button.disabled = false; });
    }
  };

  buttons.forEach((button) => button.addEventListener('click', () => {
    const { choice, leave } = button.dataset;
    if (leave) tell(leave);
    else void choose(choice);
  }));
})();
`;
