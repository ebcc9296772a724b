import type { OutputOf } from 'shared/contract/contract';
import { readIdCard } from 'shared/household/read-card.contracts';
import { CardPhoto } from '@/components/card-photo/card-photo';
import { useCardPhoto } from '@/lib/media/use-card-photo';
import { useRequest } from '@/lib/query/use-request';

/** Fills in name and number of a person. */
export function IdCardPhoto({ onRead }: { onRead: (read: OutputOf<typeof readIdCard>) => void }) {
  const { reading, take } = useCardPhoto(useRequest(readIdCard).run, onRead);
  return (
    <CardPhoto
      id="member-photo"
      hint="拍照后自动填好姓名和号码，照片认完马上删掉。也可以直接手填。"
      done="填好了，请对照身份证看一遍，不对可以改。照片已经删掉。"
      reading={reading}
      onTake={take}
    >
      拍身份证
    </CardPhoto>
  );
}
