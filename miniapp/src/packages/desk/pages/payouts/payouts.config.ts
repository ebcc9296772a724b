export default definePageConfig({ navigationBarTitleText: '赔款打款' });
