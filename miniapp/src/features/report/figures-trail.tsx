import { Text, View } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { Icon } from '@/components/icon/icon';
import { Pressable } from '@/components/pressable/pressable';
import styles from './figures-trail.module.scss';

/** A region on the way down. */
export interface Place {
  regionCode: string;
  name: string;
}

interface FiguresTrailProps {
  /** The regions above the one shown, from where the person began. */
  above: readonly Place[];
  /** The region shown; empty while it is not known. */
  here: string;
  /** Goes back up to the region at a position of `above`. */
  onGoUp: (position: number) => void;
}

const heading = a11y({ role: 'heading', level: 2 });

/** Where one is, and the way back up. */
export function FiguresTrail({ above, here, onGoUp }: FiguresTrailProps) {
  return (
    <View className={styles.trail}>
      {above.map((place, position) => (
        <Pressable
          key={place.regionCode}
          id={`figures-up-${place.regionCode}`}
          className={styles.up}
          label={`回到${place.name}`}
          onPress={() => onGoUp(position)}
        >
          <Text>{place.name}</Text>
          <Icon name="forward" size="small" className={styles.arrow} />
        </Pressable>
      ))}
      <View className={styles.here} {...heading}>
        {here}
      </View>
    </View>
  );
}
