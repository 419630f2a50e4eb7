export { DemoOrganisation } from './demo-organisation.ts';
export { ExportHistory } from './export-history.ts';
export { fileAt } from './import-file.ts';
export { ImportHistory, type ImportProgress, type ImportResult } from './import-history.ts';
export { ImportModule } from './import.module.ts';
export { allRejections, asNdjson } from './rejections-report.ts';
