import { pathFor } from '@landbridge/contract';
import { downloadFile, type FileKind, type FileView } from '@landbridge/contract/files';

/** Where the bytes of a file are, for an image or a link. */
export const fileAddress = ({ id }: Pick<FileView, 'id'>, kind: FileKind): string => pathFor(downloadFile.path, { fileId: id, kind });

const formatOf = (unit: string, unitDisplay: 'long' | 'short', maximumFractionDigits: number) =>
  new Intl.NumberFormat('en-GB', { style: 'unit', unit, unitDisplay, maximumFractionDigits });
const units = [formatOf('byte', 'long', 0), formatOf('kilobyte', 'short', 0), formatOf('megabyte', 'short', 1)] as const;

/** 840 bytes, 12 kB, 3.4 MB. */
export const sizeText = (byteSize: number): string => {
  if (byteSize < 1_000) return units[0].format(byteSize);
  return byteSize < 1_000_000 ? units[1].format(byteSize / 1_000) : units[2].format(byteSize / 1_000_000);
};
