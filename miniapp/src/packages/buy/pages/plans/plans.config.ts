export default definePageConfig({ navigationBarTitleText: '选方案' });
