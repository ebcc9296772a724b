import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Canvas, Text, View } from '@tarojs/components';
import Taro, { useReady } from '@tarojs/taro';
import { a11y } from '@/lib/a11y/a11y';
import { randomText } from '@/lib/random/random-text';
import { Pressable } from '../pressable/pressable';
import { Icon } from '../icon/icon';
import { listenTo, openInk, touchesFor } from './ink-surface';
import type { Ink, Pen, Point, Stroke } from './stroke';
import styles from './signature-pad.module.scss';

interface SignaturePadProps {
  /** Stable name of the sheet on its page; the way to write afresh is then `<id>-clear`. */
  id?: string;
  /** Whose name is to be written: 王建国本人签名. */
  label: string;
  /** What was signed before, drawn again when the page comes back. */
  strokes?: Stroke[];
  /** All strokes after each one; none after clearing. */
  onChange: (strokes: Stroke[]) => void;
  error?: string;
}

/** How long the signature took so far, ms: writing goes on from there. */
const writtenFor = (strokes: Stroke[]): number => strokes[strokes.length - 1]?.slice(-1)[0]?.[2] ?? 0;

/** A pen that gathers strokes and draws them where it can. */
const penFor = (
  ink: { current: Ink | undefined },
  before: Stroke[],
  onStroke: (strokes: Stroke[]) => void,
) => {
  let strokes = before;
  let open: Stroke | undefined;
  let began: number | undefined;
  const add = (x: number, y: number, at: number) => {
    if (open === undefined) return;
    began ??= at - writtenFor(strokes);
    const point: Point = [Math.round(x), Math.round(y), Math.max(0, Math.round(at - began))];
    ink.current?.line(open[open.length - 1] ?? point, point);
    open.push(point);
  };
  const pen: Pen = {
    down: (x, y, at) => {
      open = [];
      add(x, y, at);
    },
    move: add,
    up: () => {
      if (open === undefined || open.length === 0) return;
      strokes = [...strokes, open];
      open = undefined;
      onStroke(strokes);
    },
  };
  const clear = () => {
    strokes = [];
    open = undefined;
    began = undefined;
    ink.current?.clear();
    onStroke(strokes);
  };
  const redraw = () => {
    for (const stroke of open === undefined ? strokes : [...strokes, open])
      stroke.forEach((point, position) => ink.current?.line(stroke[position - 1] ?? point, point));
  };
  return { pen, clear, redraw };
};

/** A sheet to sign on with the finger. Nothing crosses the bridge while the pen is down. */
export function SignaturePad({ id: named, label, strokes = [], onChange, error }: SignaturePadProps) {
  const id = useMemo(() => named ?? `pad-${randomText(8)}`, [named]);
  const before = useRef(strokes);
  const ink = useRef<Ink>();
  const tell = useRef(onChange);
  tell.current = onChange;
  const [signed, setSigned] = useState(strokes.length > 0);
  const { pen, clear, redraw } = useMemo(
    () =>
      penFor(ink, before.current, (written) => {
        setSigned(written.length > 0);
        tell.current(written);
      }),
    [],
  );
  const touches = useMemo(() => touchesFor(pen), [pen]);

  const open = useCallback(() => {
    void openInk(id).then((opened) => {
      ink.current = opened;
      redraw();
    });
  }, [id, redraw]);
  // The canvas is on the page only after the phone has drawn it.
  useReady(open);
  useEffect(() => {
    Taro.nextTick(open);
    return listenTo(id, pen);
  }, [id, open, pen]);

  return (
    <View className={styles.signature}>
      <View className={styles.head}>
        <Text className={styles.label}>{label}</Text>
        <Pressable
          id={`${id}-clear`}
          className={`${styles.clear} ${signed ? '' : styles.away}`}
          label="清除重写"
          disabled={!signed}
          onPress={clear}
        >
          <Icon name="retry" size="small" />
          <Text>重写</Text>
        </Pressable>
      </View>
      <View className={`${styles.sheet} ${error === undefined ? '' : styles.wrong}`}>
        <Text className={`${styles.ghost} ${signed ? styles.away : ''}`}>请用手指写下全名</Text>
        <Canvas
          type="2d"
          id={id}
          className={styles.canvas}
          disableScroll
          {...touches}
          {...a11y({ role: 'img', label: `${label}，${signed ? '已签' : '未签'}` })}
        />
      </View>
      {error === undefined ? null : (
        <View className={styles.error} {...a11y({ role: 'alert' })}>
          <Icon name="alert" size="small" />
          <Text>{error}</Text>
        </View>
      )}
    </View>
  );
}
