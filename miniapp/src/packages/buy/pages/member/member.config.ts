export default definePageConfig({ navigationBarTitleText: '填家人' });
