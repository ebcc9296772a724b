export default definePageConfig({ navigationBarTitleText: '村里参保', enableShareAppMessage: true });
