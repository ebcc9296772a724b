import Taro, { useRouter } from '@tarojs/taro';
import { checkCertificate } from 'shared/policy/check-certificate.contract';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { Page } from '@/components/page/page';
import { Skeleton } from '@/components/skeleton/skeleton';
import { CheckedCertificate } from '@/features/cover/checked-certificate';
import { callPhone } from '@/lib/phone/phone';
import { useQueryOf } from '@/lib/query/use-query-of';

/** WeChat hands the scene over encoded; a scene that is no encoding is not ours. */
const codeOf = (scene: string): string => {
  try {
    return decodeURIComponent(scene);
  } catch {
    return '';
  }
};

/** Whoever scans the code on a certificate sees whether it is genuine. */
export default function CheckPage() {
  const { scene = '' } = useRouter().params;
  const answer = useQueryOf(checkCertificate, { code: codeOf(scene) });
  const checked = answer.data;
  const hotline = checked?.policy?.hotline;
  const action =
    hotline === undefined ? (
      // Nobody's policy names nobody to call; whoever scanned comes from outside and has no way back.
      <Button id="check-home" kind="secondary" onPress={() => Taro.switchTab({ url: '/pages/home/home' })}>
        去首页
      </Button>
    ) : (
      <Button
        id="check-call"
        kind="secondary"
        icon="phone"
        label={`打客服电话 ${hotline}`}
        onPress={() => callPhone(hotline)}
      >
        {hotline}
      </Button>
    );
  return (
    <Page actions={checked === undefined ? undefined : action}>
      <Loaded answer={answer} skeleton={<Skeleton lines={6} />}>
        {(found) => <CheckedCertificate {...found} />}
      </Loaded>
    </Page>
  );
}
