export default definePageConfig({ navigationBarTitleText: '赔款账单' });
