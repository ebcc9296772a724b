export default definePageConfig({ navigationBarTitleText: '帮家里报案', enableShareAppMessage: true });
