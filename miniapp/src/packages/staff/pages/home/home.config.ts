export default definePageConfig({ navigationBarTitleText: '参保服务', enableShareAppMessage: true });
