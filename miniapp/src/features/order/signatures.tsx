import { Button } from '@/components/button/button';
import { Notice } from '@/components/notice/notice';
import { insuredOf } from './participation';
import type { Purchase } from './purchase';
import { confirmLater, sign, signersOf, unsignedOf } from './signing';
import { SignSheet } from './sign-sheet';

interface SignaturesProps {
  purchase: Purchase;
  onChange: (change: Partial<Purchase>) => void;
}

/** A sheet for each adult, who signs on it, or will confirm in their own WeChat unless they buy. Source: domain R26. */
export function Signatures({ purchase, onChange }: SignaturesProps) {
  const insured = insuredOf(purchase);
  const unsigned = unsignedOf(purchase);
  const minors = purchase.checked.filter(({ mustSign }) => !mustSign).map(({ name }) => name);
  return (
    <>
      {signersOf(purchase).map((memberIndex) => {
        const name = purchase.checked[memberIndex]?.name ?? '';
        return (
          <SignSheet
            key={memberIndex}
            purchase={purchase}
            memberIndex={memberIndex}
            onSign={(strokes) => onChange(sign(purchase, memberIndex, strokes))}
          >
            {purchase.later.includes(memberIndex) ? (
              <Notice tone="info" title="发给本人确认">
                {`付款后，您把确认链接发给${name}，由本人在自己的微信里确认。确认前，身故保障还不算数。想现在签，直接在上面写名字。`}
              </Notice>
            ) : insured[memberIndex]?.relation === 'self' || !unsigned.includes(memberIndex) ? null : (
              <Button
                id={`sign-later-${memberIndex}`}
                kind="quiet"
                label={`${name}不在身边，发给本人确认`}
                onPress={() => onChange(confirmLater(purchase, memberIndex))}
              >
                不在身边，发给本人确认
              </Button>
            )}
          </SignSheet>
        );
      })}
      {minors.length === 0 ? null : (
        <Notice>{`${minors.join('、')}未满 18 岁，由父母投保，不用签名。`}</Notice>
      )}
    </>
  );
}
