export default definePageConfig({ navigationBarTitleText: '上传名单' });
