export default definePageConfig({ navigationBarTitleText: '对公到账' });
