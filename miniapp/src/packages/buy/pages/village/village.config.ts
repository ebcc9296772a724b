export default definePageConfig({ navigationBarTitleText: '选您住的村' });
