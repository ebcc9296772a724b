export default definePageConfig({ navigationBarTitleText: '领取保障' });
