export default definePageConfig({ navigationBarTitleText: '加刚出生的孩子' });
