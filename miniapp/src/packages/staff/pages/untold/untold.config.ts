export default definePageConfig({ navigationBarTitleText: '待告知的家庭' });
