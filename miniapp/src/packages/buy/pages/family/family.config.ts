export default definePageConfig({ navigationBarTitleText: '记住的家人' });
