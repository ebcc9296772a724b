import { useRouter } from '@tarojs/taro';
import { Button } from '@/components/button/button';
import { Page } from '@/components/page/page';
import { Actions } from './actions';
import { Forms } from './forms';
import { Media } from './media';
import { Progress } from './progress';
import { States } from './states';
import { Surfaces } from './surfaces';

const parts = {
  surfaces: Surfaces,
  forms: Forms,
  progress: Progress,
  states: States,
  actions: Actions,
  media: Media,
} as const;
const isPart = (name: string): name is keyof typeof parts => name in parts;

/** All components in all states, one part at a time (`?part=forms`); built for development and tests only. */
export default function GalleryPage() {
  const { params } = useRouter();
  const name = params['part'] ?? 'surfaces';
  const Part = parts[isPart(name) ? name : 'surfaces'];
  return (
    <Page actions={<Button onPress={() => undefined}>给家人买一份</Button>}>
      <Part />
    </Page>
  );
}
