import { Button } from '@/components/button/button';
import { openPage } from '@/lib/navigation/navigation';
import { stepPage } from './filing-steps';

/** The way into a report; says so when one was begun before. */
export function FileButton({ isStarted }: { isStarted: boolean }) {
  return (
    <Button id="claims-file" onPress={() => openPage(stepPage('who'))}>
      {isStarted ? '接着填我的理赔' : '我要理赔'}
    </Button>
  );
}
