import { readBankCard } from 'shared/household/read-card.contracts';
import { CardPhoto } from '@/components/card-photo/card-photo';
import { useCardPhoto } from '@/lib/media/use-card-photo';
import { useRequest } from '@/lib/query/use-request';

/** Fills in the number of an account. */
export function BankCardPhoto({ onRead }: { onRead: (number: string) => void }) {
  const { reading, take } = useCardPhoto(useRequest(readBankCard).run, ({ number }) => onRead(number));
  return (
    <CardPhoto
      id="claim-card-photo"
      hint="自动填卡号，照片认完就删。"
      done="卡号填好了，请对照银行卡看一遍。"
      reading={reading}
      onTake={take}
    >
      拍银行卡
    </CardPhoto>
  );
}
