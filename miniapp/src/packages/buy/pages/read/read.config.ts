export default definePageConfig({ navigationBarTitleText: '看条款' });
