export default definePageConfig({ navigationBarTitleText: '申请重新办理' });
