export default definePageConfig({ navigationBarTitleText: '各乡镇理赔' });
