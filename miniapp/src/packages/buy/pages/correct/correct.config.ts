export default definePageConfig({ navigationBarTitleText: '改正姓名或证件号' });
