export default definePageConfig({ navigationBarTitleText: '我要理赔' });
