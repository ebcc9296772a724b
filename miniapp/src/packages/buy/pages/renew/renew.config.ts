export default definePageConfig({ navigationBarTitleText: '续保' });
