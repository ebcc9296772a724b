import { useState } from 'react';
import { Icon } from '../icon';

/** Copies a text; says that it did until the pointer or focus leaves. */
export const CopyButton = ({ text, what }: { readonly text: string; readonly what: string }) => {
  const [copied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
  };
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={copied ? `已复制${what}` : `复制${what}`}
      onClick={() => void copy()}
      onPointerLeave={() => setCopied(false)}
      onBlur={() => setCopied(false)}
    >
      <Icon name={copied ? 'done' : 'copy'} />
    </button>
  );
};
