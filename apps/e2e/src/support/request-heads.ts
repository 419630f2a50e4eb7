/** A request as it was sent: what the wire shows of it. */
export interface RequestHead {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly userAgent: string;
}

const endOfHead = '\r\n\r\n';

/** Reads the requests out of what a client sends over one plain HTTP/1.1 connection. After an upgrade there are none. */
export const readRequestHeads = (): ((chunk: Buffer) => readonly RequestHead[]) => {
  let kept: Buffer = Buffer.alloc(0);
  let bodyLeft = 0;
  let isUpgraded = false;

  const nextHead = (): string | null => {
    const skipped = Math.min(bodyLeft, kept.length);
    bodyLeft -= skipped;
    kept = kept.subarray(skipped);
    const end = kept.indexOf(endOfHead);
    if (bodyLeft > 0 || end < 0) return null;
    const head = kept.subarray(0, end).toString('latin1');
    kept = kept.subarray(end + endOfHead.length);
    return head;
  };

  return (chunk) => {
    if (isUpgraded) return [];
    kept = Buffer.concat([kept, chunk]);
    const heads: RequestHead[] = [];
    for (let head = nextHead(); head !== null; head = nextHead()) {
      const [line = '', ...fields] = head.split('\r\n');
      const [method = '', target = ''] = line.split(' ');
      heads.push({ method, path: target.split('?')[0] ?? '', userAgent: valueOf(fields, 'user-agent') });
      bodyLeft = Number(valueOf(fields, 'content-length') || 0);
      isUpgraded = valueOf(fields, 'upgrade') !== '';
      if (isUpgraded) break;
    }
    return heads;
  };
};

const valueOf = (fields: readonly string[], name: string): string =>
  fields
    .find((field) => field.toLowerCase().startsWith(`${name}:`))
    ?.slice(name.length + 1)
    .trim() ?? '';
