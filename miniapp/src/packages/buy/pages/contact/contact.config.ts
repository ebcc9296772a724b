export default definePageConfig({ navigationBarTitleText: '续保联系人' });
