import '../../styles/browser.scss';
import { addressValue } from '../address/address.h5';
import { actAs, knownCast, whoAmI, type Cast } from './who-am-i.h5';

const height = '36px';
const barStyle = `box-sizing:border-box;position:fixed;inset:0 0 auto;z-index:1500;height:${height};padding:0 12px;display:flex;align-items:center;gap:8px;background:#17302b;color:#fff;font-size:13px`;
const selectStyle =
  'flex:1;min-width:0;height:28px;padding:0 8px;appearance:none;border:1px solid #4c625d;border-radius:6px;background:#24403a;color:#fff;font:inherit';

/** Opens the app afresh as the chosen person, without the `?as=` that would win over the choice. */
const reopenAs = (openid: string): void => {
  actAs(openid);
  history.replaceState(null, '', `${location.pathname}#/pages/home/home`);
  location.reload();
};

const showBar = (people: Cast, current: string): void => {
  const bar = document.createElement('label');
  bar.setAttribute('style', barStyle);
  bar.append('本机身份');
  const select = document.createElement('select');
  select.setAttribute('style', selectStyle);
  select.setAttribute('aria-label', '本机身份');
  for (const { openid, name, note } of people) {
    select.add(new Option(`${name}｜${note}`, openid, false, openid === current));
  }
  select.addEventListener('change', () => reopenAs(select.value));
  bar.append(select);
  document.body.append(bar);
  document.documentElement.style.setProperty('--local-bar', height);
};

/** Shows who acts in a local run and lets it be changed. `?bar=0` hides the bar, for pictures. */
export const startIdentityBar = (): void => {
  if (addressValue('bar') === '0') return;
  void Promise.all([knownCast(), whoAmI()]).then(([people, current]) => {
    if (people.length > 0) showBar(people, current);
  });
};
