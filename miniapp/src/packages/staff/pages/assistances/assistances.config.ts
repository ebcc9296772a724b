export default definePageConfig({ navigationBarTitleText: '我帮填的报案', enableShareAppMessage: true });
