export default definePageConfig({ navigationBarTitleText: '帮家里续保' });
