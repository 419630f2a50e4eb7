import { pathFor } from '@landbridge/contract';
import { downloadFile, type FileKind, type FileView } from '@landbridge/contract/files';

/** Where the bytes of a file are, for an image or a link. */
export const fileAddress = ({ id }: Pick<FileView, 'id'>, kind: FileKind): string => pathFor(downloadFile.path, { fileId: id, kind });

const whole = (unit: string, digits: number) =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits });
const units = [whole('byte', 0), whole('kilobyte', 0), whole('megabyte', 1)] as const;

/** 840 byte, 12 kB, 3.4 MB. */
export const sizeText = (byteSize: number): string => {
  if (byteSize < 1_000) return units[0].format(byteSize);
  return byteSize < 1_000_000 ? units[1].format(byteSize / 1_000) : units[2].format(byteSize / 1_000_000);
};
