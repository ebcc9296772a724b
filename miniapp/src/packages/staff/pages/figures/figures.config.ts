export default definePageConfig({ navigationBarTitleText: '参保数字' });
