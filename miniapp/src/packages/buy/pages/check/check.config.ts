export default definePageConfig({ navigationBarTitleText: '查保单真假' });
