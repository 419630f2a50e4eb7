import type { Locator } from 'playwright-core';

export interface HandedFile {
  readonly name: string;
  readonly type: string;
  /** Letters of its contents; an image of these pixels instead. */
  readonly content: string | { readonly width: number; readonly height: number };
}

/** Pastes files into an element, or drops them on it, as the browser would tell of it. */
export const handOver = (element: Locator, how: 'paste' | 'drop', files: readonly HandedFile[]): Promise<void> =>
  element.evaluate(
    async (target, { kind, given }) => {
      const painted = async ({ width, height }: { width: number; height: number }, type: string) => {
        const canvas = new OffscreenCanvas(width, height);
        const context = canvas.getContext('2d');
        if (context) {
          context.fillStyle = 'teal';
          context.fillRect(0, 0, width, height);
        }
        return canvas.convertToBlob({ type });
      };
      const transfer = new DataTransfer();
      for (const { name, type, content } of given)
        transfer.items.add(new File([typeof content === 'string' ? content : await painted(content, type)], name, { type }));
      const options = { bubbles: true, cancelable: true };
      target.dispatchEvent(
        kind === 'paste'
          ? new ClipboardEvent('paste', { ...options, clipboardData: transfer })
          : new DragEvent('drop', { ...options, dataTransfer: transfer }),
      );
    },
    { kind: how, given: files },
  );
