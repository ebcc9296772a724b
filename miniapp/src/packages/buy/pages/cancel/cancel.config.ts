export default definePageConfig({ navigationBarTitleText: '退保' });
