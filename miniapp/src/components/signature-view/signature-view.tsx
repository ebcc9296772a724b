import { useEffect, useMemo } from 'react';
import { Canvas, View } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { a11y } from '@/lib/a11y/a11y';
import { randomText } from '@/lib/random/random-text';
import { openInk } from '../signature-pad/ink-surface';
import type { Stroke } from '../signature-pad/stroke';
import { fitted } from './fitted';
import styles from './signature-view.module.scss';

/** The sheet that is shown, px. */
const SHEET = { width: 240, height: 120, margin: 12 };

interface SignatureViewProps {
  /** Whose signature it is. */
  label: string;
  strokes: Stroke[];
}

/** A signature as it was written, drawn again from its strokes. */
export function SignatureView({ label, strokes }: SignatureViewProps) {
  const id = useMemo(() => `signed-${randomText(8)}`, []);
  const draw = useMemo(
    () => () =>
      void openInk(id).then((ink) => {
        for (const stroke of fitted(strokes, SHEET))
          stroke.forEach((point, position) => ink?.line(stroke[position - 1] ?? point, point));
      }),
    [id, strokes],
  );
  // The canvas is on the page only after the phone has drawn it.
  useReady(draw);
  useEffect(() => Taro.nextTick(draw), [draw]);
  return (
    <View className={styles.sheet}>
      <Canvas
        type="2d"
        id={id}
        className={styles.canvas}
        {...a11y({ role: 'img', label: `${label}的签名` })}
      />
    </View>
  );
}
