import { View } from '@tarojs/components';
import { Avatar } from '@/components/avatar/avatar';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { FieldFrame } from '@/components/field/field-frame';
import { Row } from '@/components/row/row';
import { openPage } from '@/lib/navigation/navigation';
import type { ClaimForm } from './claim-draft';
import { payeePage } from './claim-pages';
import { RELATION_TO_PERSON, shareWords } from './payee-rules';
import styles from './payee-list.module.scss';

/** As many as the contract takes. */
const MOST_PAYEES = 10;

/** Several who are paid after a death, each with a page of its own. */
export function PayeeList({ form }: { form: ClaimForm }) {
  const { payees } = form.draft;
  const add = () => void openPage(payeePage(payees.length));
  return (
    <FieldFrame
      label="赔给谁"
      hint="有指定受益人的，赔给受益人；没有的，赔给法定继承人。每人填自己的卡，一位一位分开打。"
      error={form.faultAt('payees')}
    >
      <View className={styles.list}>
        {payees.length === 0 ? null : (
          <Card flush>
            {payees.map(({ holder, relation, bank, number }, index) => {
              const fault = form.faultAt(`payees.${index}`);
              const account = number === '' ? '还没填卡号' : `${bank} 尾号 ${number.slice(-4)}`;
              return (
                <Row
                  key={index}
                  id={`claim-payee-${index}`}
                  lead={<Avatar name={holder === '' ? '？' : holder} />}
                  label={holder === '' ? '还没填姓名' : holder}
                  note={`${RELATION_TO_PERSON[relation]} · ${account}`}
                  value={fault === undefined ? shareWords(payees, index) : '有要改的'}
                  stacked
                  onPress={() => void openPage(payeePage(index))}
                />
              );
            })}
          </Card>
        )}
        {payees.length < MOST_PAYEES ? (
          <Button id="claim-payee-add" kind="secondary" icon="add" onPress={add}>
            {payees.length === 0 ? '加收款的人' : '再加一位'}
          </Button>
        ) : null}
      </View>
    </FieldFrame>
  );
}
