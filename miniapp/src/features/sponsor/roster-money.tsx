import { Text, View } from '@tarojs/components';
import type { SponsoredRosterView } from 'shared/sponsor/transfer.contracts';
import { formatChinaDate } from 'shared/time/china-day';
import { Amount } from '@/components/amount/amount';
import { Badge } from '@/components/badge/badge';
import { Button } from '@/components/button/button';
import { Card } from '@/components/card/card';
import { ProgressBar } from '@/components/progress-bar/progress-bar';
import { Row } from '@/components/row/row';
import { differenceWords, stateWords } from './money-words';
import styles from './roster-money.module.scss';

/** What can be done about a roster. */
export type RosterAct = 'record' | 'confirm' | 'issuing' | 'paused' | 'skipped';

interface RosterMoneyProps {
  roster: SponsoredRosterView;
  onAct: (act: RosterAct) => unknown;
}

function Progress({ roster }: { roster: SponsoredRosterView }) {
  const { households, issued, pledged, skipped } = roster;
  const done = issued + pledged + skipped;
  if (roster.state === 'accepted' || roster.state === 'funded' || households === 0) return null;
  const parts = [
    issued === 0 ? '' : `出单 ${String(issued)} 户`,
    pledged === 0 ? '' : `待家里付自付部分 ${String(pledged)} 户`,
    skipped === 0 ? '' : `没办 ${String(skipped)} 户`,
  ].filter((part) => part !== '');
  const words = `${String(done)} / ${String(households)} 户${parts.length === 0 ? '' : `：${parts.join('，')}`}`;
  return (
    <View className={styles.bar}>
      <ProgressBar share={done / households} label={words} />
      <Text className={styles.note}>{words}</Text>
    </View>
  );
}

function Transfer({ roster }: { roster: SponsoredRosterView }) {
  const { transfer, dueFen, money } = roster;
  if (transfer === null) return null;
  const apart = differenceWords(transfer.amountFen, dueFen);
  return (
    <>
      <Row
        label="到账"
        note={`${formatChinaDate(transfer.receivedDay)}，流水号 ${transfer.reference}`}
        value={<Amount fen={transfer.amountFen} />}
      />
      <Row
        label={transfer.confirmedBy === null ? '登记人' : '登记、确认'}
        value={[transfer.recordedBy, transfer.confirmedBy].filter(Boolean).join('、')}
      />
      {apart === undefined ? null : <Text className={styles.note}>{apart}</Text>}
      {transfer.confirmedAt === null ? null : (
        <>
          <Row label="已用作保费" value={<Amount fen={money.usedFen} />} />
          {money.pledgedFen === 0 ? null : (
            <Row label="留给还没办的户" value={<Amount fen={money.pledgedFen} />} />
          )}
          {money.returnedFen === 0 ? null : (
            <Row label="退保退回" value={<Amount fen={money.returnedFen} />} />
          )}
          <Row label="余款（要退给单位）" value={<Amount fen={money.restFen} tone="warm" />} strong />
        </>
      )}
    </>
  );
}

function Steps({ roster, onAct }: RosterMoneyProps) {
  const { rosterId, state, transfer, skipped } = roster;
  const button = (act: RosterAct, words: string, kind: 'primary' | 'secondary' | 'quiet' = 'secondary') => (
    <Button id={`roster-${act}-${rosterId}`} kind={kind} onPress={() => onAct(act)}>
      {words}
    </Button>
  );
  if (state === 'accepted' && transfer === null) return button('record', '登记到账');
  if (state === 'accepted')
    return (
      <>
        {transfer?.isOwn === true ? null : button('confirm', '对照流水确认')}
        {button('record', '改登记', 'quiet')}
      </>
    );
  if (state === 'funded') return button('issuing', '开始出单');
  return (
    <>
      {state === 'issuing' ? button('paused', '先停下', 'quiet') : null}
      {state === 'paused' ? button('issuing', '继续出单') : null}
      {skipped === 0 ? null : button('skipped', '看没办的户', 'quiet')}
    </>
  );
}

/** One roster: who pays, what is due, what came, what became of it, and the next step. */
export function RosterMoney({ roster, onAct }: RosterMoneyProps) {
  const { sponsor, planName, fileName, households, people, dueFen, isFullGift } = roster;
  const { word, tone, next } = stateWords(roster);
  return (
    <Card id={`roster-${roster.rosterId}`}>
      <View className={styles.head}>
        <Text className={styles.name}>{sponsor.name}</Text>
        <Badge tone={tone}>{word}</Badge>
      </View>
      <Text className={styles.note}>{`${fileName} · ${planName}`}</Text>
      <Text className={styles.note}>{next}</Text>
      <Progress roster={roster} />
      <Row
        label={isFullGift ? '全部由单位出' : '单位出一部分'}
        note={`${String(households)} 户 ${String(people)} 人`}
        value={<Amount fen={dueFen} />}
      />
      <Transfer roster={roster} />
      <View className={styles.steps}>
        <Steps roster={roster} onAct={onAct} />
      </View>
    </Card>
  );
}
