export default definePageConfig({ navigationBarTitleText: '请家人确认', enableShareAppMessage: true });
