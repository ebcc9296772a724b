export default definePageConfig({ navigationBarTitleText: '替家人付款' });
