export default definePageConfig({ navigationBarTitleText: '没有赔的原因' });
