import { useEffect, useState } from 'react';
import { isKept, openFile } from './open-file.h5';

/** An address without a picture: what shows it learns that the file is gone. */
const NOTHING = 'data:,';

/** The browser's side of `useAddress`: what is kept gets an address for as long as it is shown. */
export const useAddress = (path: string): string => {
  const [address, setAddress] = useState(isKept(path) ? '' : path);
  useEffect(() => {
    if (!isKept(path)) {
      setAddress(path);
      return undefined;
    }
    let made: string | undefined;
    let isOver = false;
    openFile(path).then(
      (file) => {
        if (isOver) return;
        made = URL.createObjectURL(file);
        setAddress(made);
      },
      () => {
        if (!isOver) setAddress(NOTHING);
      },
    );
    return () => {
      isOver = true;
      if (made !== undefined) URL.revokeObjectURL(made);
    };
  }, [path]);
  return address;
};
