import { Avatar } from '@/components/avatar/avatar';
import { Card } from '@/components/card/card';
import { Row } from '@/components/row/row';
import { callPhone } from '@/lib/phone/phone';
import { useTheme } from '@/lib/theme/theme';
import type { Referral } from './use-referral';

/** The person of the village who helps, a phone call away. Helpers explain; they sell nothing. */
export function HelperRow({ referral }: { referral: Referral }) {
  const { textScale } = useTheme();
  const { name, phone } = referral.specialist;
  return (
    <Card flush>
      <Row
        id="call-helper"
        lead={textScale > 1 ? undefined : <Avatar name={name} />}
        label={`不会弄？打给${name}`}
        note={`${referral.villageName}服务专员 ${phone}`}
        onPress={() => void callPhone(phone)}
      />
    </Card>
  );
}
