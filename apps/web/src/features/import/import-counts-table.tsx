import { importLines, type ImportCounts, type ImportType } from '@landbridge/contract/import';
import classes from './history.module.css';
import { text } from './texts.ts';

const outcomes = ['new', 'changed', 'unchanged', 'kept'] as const;
const figure = new Intl.NumberFormat('en-GB');

const isNamed = (type: string): type is Exclude<ImportType, 'header'> => type in importLines && type !== 'header';

/** What became of the lines, by type in the order of the format; outcomes that no line has are not shown. */
export const ImportCountsTable = ({ counts: { types, unknownFields } }: { counts: ImportCounts }) => {
  const rows = Object.keys(importLines).flatMap((type) => {
    const counts = types[type];
    return counts && isNamed(type) ? [{ type, counts }] : [];
  });
  const shown = outcomes.filter((outcome) => rows.some(({ counts }) => counts[outcome] > 0));
  const fields = Object.entries(unknownFields).map(([field, count]) => `${field} (${figure.format(count)})`);
  if (rows.length === 0) return null;
  return (
    <section className={classes.section}>
      <h2>{text('history.counts')}</h2>
      <table className={classes.counts}>
        <thead>
          <tr>
            <th scope="col">{text('history.type')}</th>
            {shown.map((outcome) => (
              <th key={outcome} scope="col">
                {text(`history.count-${outcome}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ type, counts }) => (
            <tr key={type}>
              <th scope="row">{text(`history.type-${type}`)}</th>
              {shown.map((outcome) => (
                <td key={outcome}>{counts[outcome] > 0 && figure.format(counts[outcome])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {fields.length > 0 && <p className={classes.quiet}>{text('history.unknown-fields', { fields: fields.join(', ') })}</p>}
    </section>
  );
};
