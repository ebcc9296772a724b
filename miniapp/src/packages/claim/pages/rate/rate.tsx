import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { rateClaim } from 'shared/claim/answer-decision.contracts';
import { Button } from '@/components/button/button';
import { Failure } from '@/components/failure/failure';
import { TextArea } from '@/components/field/text-area';
import { Page } from '@/components/page/page';
import { Stars } from '@/features/claim/stars';
import { useClaimCommand } from '@/features/claim/use-claim-command';

/** How content the family is. */
export default function RatePage() {
  const { params } = useRouter();
  const claimId = params['claimId'] ?? '';
  const [stars, setStars] = useState<number>();
  const [words, setWords] = useState('');
  const [isMissing, setMissing] = useState(false);
  const { send, error } = useClaimCommand(rateClaim, claimId, '谢谢，记下了');
  const submit = () => {
    setMissing(stars === undefined);
    return stars === undefined ? undefined : send({ claimId, stars, words });
  };
  return (
    <Page
      actions={
        <Button id="rate-submit" onPress={submit}>
          交上去
        </Button>
      }
    >
      <Stars
        value={stars}
        onChange={(chosen) => {
          setStars(chosen);
          setMissing(false);
        }}
        error={isMissing ? '请选 1 到 5 颗星。' : undefined}
      />
      <TextArea
        id="rate-words"
        label="想说的话（可以不写）"
        value={words}
        maxLength={500}
        onChange={setWords}
        placeholder="哪里办得好，哪里要改"
      />
      {error === undefined ? null : <Failure error={error} />}
    </Page>
  );
}
