export default definePageConfig({ navigationBarTitleText: '换收款的卡' });
