export default definePageConfig({ navigationBarTitleText: '理赔台' });
