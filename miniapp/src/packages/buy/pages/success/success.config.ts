export default definePageConfig({ navigationBarTitleText: '保单已出' });
