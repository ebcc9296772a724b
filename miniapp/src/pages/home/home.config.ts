export default definePageConfig({ navigationBarTitleText: '暖家保' });
