const weapp = process.env.TARO_ENV === 'weapp';
const flows = ['buy', 'claim', 'staff', 'desk', ...(process.env.GALLERY === '1' ? ['gallery'] : [])];

/** On a phone the colour comes from theme.json by name; the browser knows no theme.json and paints by CSS. */
const themed = (name: string, inBrowser: string) => (weapp ? `@${name}` : inBrowser);

const tab = (name: string, text: string) => ({
  pagePath: `pages/${name}/${name}`,
  text,
  iconPath: themed(`${name}Icon`, `assets/tab/png/${name}.png`),
  selectedIconPath: themed(`${name}IconOn`, `assets/tab/png/${name}-on.png`),
});

export default defineAppConfig({
  pages: ['pages/home/home', 'pages/cover/cover', 'pages/claims/claims', 'pages/me/me'],
  // Their pages are found by config/plugins/pages.js.
  subPackages: flows.map((name) => ({ root: `packages/${name}`, name, pages: [] })),
  lazyCodeLoading: 'requiredComponents',
  // The claims desk works in wide windows too. Source: WeChat, resizable.html.
  resizable: true,
  darkmode: true,
  themeLocation: 'theme.json',
  window: {
    navigationBarTitleText: '暖家保',
    navigationBarBackgroundColor: themed('navBackground', '#F6F5F0'),
    navigationBarTextStyle: themed('navText', 'black'),
    backgroundColor: themed('background', '#F6F5F0'),
    backgroundTextStyle: themed('backgroundText', 'dark'),
  },
  tabBar: {
    color: themed('tabText', '#5A6D68'),
    selectedColor: themed('tabTextOn', '#0B6E5B'),
    backgroundColor: themed('tabBackground', '#FFFFFF'),
    borderStyle: themed('tabBorder', 'white') as 'white',
    list: [tab('home', '首页'), tab('cover', '保障'), tab('claims', '理赔'), tab('me', '我的')],
  },
});
