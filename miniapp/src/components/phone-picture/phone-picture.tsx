import { Image } from '@tarojs/components';
import { a11y } from '@/lib/a11y/a11y';
import { useAddress } from '@/lib/media/use-address';

interface PhonePictureProps {
  /** A photo of this phone. */
  path: string;
  className?: string;
  /** Left out: those who cannot see it are told of it elsewhere. */
  label?: string;
  /** The photo is no longer on this phone. */
  onGone?: () => void;
}

/** A photo of this phone, filling its frame. */
export function PhonePicture({ path, className, label, onGone }: PhonePictureProps) {
  const address = useAddress(path);
  return (
    <Image
      className={className}
      src={address}
      mode="aspectFill"
      onError={onGone}
      {...a11y(label === undefined ? { hidden: true } : { label })}
    />
  );
}
