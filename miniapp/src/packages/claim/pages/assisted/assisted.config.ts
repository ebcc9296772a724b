export default definePageConfig({ navigationBarTitleText: '核对报案' });
