import { useState } from 'react';
import { listRegions } from 'shared/region/list-regions.contract';
import { Cascader, type CascadeItem } from '@/components/cascader/cascader';
import { EmptyState } from '@/components/empty-state/empty-state';
import { Button } from '@/components/button/button';
import { Loaded } from '@/components/loaded/loaded';
import { useQueryOf } from '@/lib/query/use-query-of';
import { chooseVillage } from './place';

const QUESTIONS = [
  '您住在哪个省？',
  '您住在哪个市？',
  '您住在哪个县？',
  '您住在哪个乡镇？',
  '您住在哪个村？',
] as const;

/** A family without a link says where it lives: five lists, one at a time. The village is kept when it is named. */
export function VillageChoice({ onChosen }: { onChosen: () => void }) {
  const [chosen, setChosen] = useState<readonly CascadeItem[]>([]);
  const last = chosen[chosen.length - 1];
  const answer = useQueryOf(listRegions, { parentCode: last?.code ?? null });
  const backTo = (level: number) => setChosen(chosen.slice(0, level));

  const choose = (item: CascadeItem) => {
    if (chosen.length < QUESTIONS.length - 1) {
      setChosen([...chosen, item]);
      return;
    }
    chooseVillage(item.code);
    onChosen();
  };

  return (
    <Loaded answer={answer}>
      {({ regions }) =>
        regions.length === 0 && last !== undefined ? (
          <EmptyState
            icon="home"
            title={`${last.name}还没有开通`}
            text="请选别的地方，或者问问村里的服务专员。"
            action={
              <Button id="village-back" kind="secondary" onPress={() => backTo(chosen.length - 1)}>
                返回上一步
              </Button>
            }
          />
        ) : (
          <Cascader
            id="village"
            label={QUESTIONS[chosen.length] ?? ''}
            chosen={chosen}
            items={regions}
            onChoose={choose}
            onBack={backTo}
          />
        )
      }
    </Loaded>
  );
}
