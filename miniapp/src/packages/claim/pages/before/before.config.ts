export default definePageConfig({ navigationBarTitleText: '理赔前先查一查' });
