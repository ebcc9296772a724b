export default definePageConfig({ navigationBarTitleText: '确认保障' });
