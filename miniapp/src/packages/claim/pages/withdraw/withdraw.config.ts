export default definePageConfig({ navigationBarTitleText: '撤回理赔' });
