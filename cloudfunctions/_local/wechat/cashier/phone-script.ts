/** Runs in the pages of WeChat's side: posts the choice, then tells the parent frame. Plain JavaScript, no libraries. */
export const PHONE_SCRIPT = `
(() => {
  const task = document.body.dataset;
  const ends = JSON.parse(task.ends);
  const buttons = [...document.querySelectorAll('button')];
  const fault = document.querySelector('.fault');
  const query = new URLSearchParams(location.search);
  const names = ['timeStamp', 'nonceStr', 'package', 'signType', 'paySign'];
  const params = names.every((name) => query.has(name))
    ? Object.fromEntries(names.map((name) => [name, query.get(name)]))
    : undefined;

  const tell = (result) => {
    if (window.parent !== window)
      window.parent.postMessage({ [task.tell]: result, [task.idName]: task.id }, location.origin);
  };
  const show = (face) => { task.face = face; };
  const end = (result) => {
    show('ended');
    document.querySelector('.ended .state').textContent = ends[result];
    document.querySelector('.ended button').dataset.leave = result;
  };
  const complain = (message) => {
    fault.textContent = message;
    fault.hidden = false;
  };

  const choose = async (choice) => {
    buttons.forEach((button) => { button.disabled = true; });
    fault.hidden = true;
    try {
      const response = await fetch(task.door, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'x-openid': task.openid },
        body: JSON.stringify(params ? { result: choice, params } : { result: choice }),
      });
      const answer = await response.json();
      if (!response.ok) return complain(answer.error.message);
      if (answer.result === task.done) show('done');
      else end(answer.result);
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
