export default definePageConfig({ navigationBarTitleText: '补材料' });
