export default definePageConfig({ navigationBarTitleText: '请家人付', enableShareAppMessage: true });
