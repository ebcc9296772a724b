export default definePageConfig({ navigationBarTitleText: '买好了' });
