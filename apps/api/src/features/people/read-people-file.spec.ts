import { describe, expect, it } from 'vitest';
import { readPeopleFile } from './read-people-file.ts';

const read = (text: string) => readPeopleFile(Buffer.from(text));
const rui = { name: 'Rui Carvalho', email: 'rui@norrgard.example', unit: 'Towers', roles: [] };

describe('read people file', () => {
  it.each([',', ';', '\t'])('reads cells separated by %j', (separator) => {
    const text = [
      ['name', 'email', 'unit'],
      [rui.name, rui.email, rui.unit],
    ]
      .map((cells) => cells.join(separator))
      .join('\r\n');

    expect(read(text)).toEqual({ lines: [{ line: 2, person: rui }], faults: [], ignoredColumns: [] });
  });

  it.each([
    ['UTF-8 with its mark', Buffer.from('\uFEFFname,email\nØrjan,o@norrgard.example')],
    ['UTF-16 with its mark', Buffer.from('\uFEFFname,email\nØrjan,o@norrgard.example', 'utf16le')],
  ])('reads %s', (_, content) => {
    expect(readPeopleFile(content).lines[0]?.person.name).toBe('Ørjan');
  });

  it.each([
    ['not-utf-8', Buffer.from('name,email\nØrjan,o@norrgard.example', 'latin1')],
    ['not-utf-8', Buffer.from('name,email\n\0,o@norrgard.example')],
    ['workbook', Buffer.from('PK\u0003\u0004 and so on')],
    ['too-large', Buffer.alloc(180 * 1024 + 1, 'x')],
    ['empty', Buffer.from('')],
    ['empty', Buffer.from('name,email\n')],
    ['no-name-column', Buffer.from('email\no@norrgard.example')],
    ['no-email-column', Buffer.from('name\nØrjan')],
    ['repeated-column', Buffer.from('name,email,e-mail\nØrjan,o@norrgard.example,o@norrgard.example')],
    ['too-many-lines', Buffer.from(`name,email\n${'x,y\n'.repeat(2001)}`)],
  ])('refuses a whole file: %s', (fault, content) => {
    expect(readPeopleFile(content)).toMatchObject({ lines: [], faults: [{ line: 1, fault }] });
  });

  it.each([
    ['wrong-name', ',rui@norrgard.example,,'],
    ['wrong-email', 'Rui,rui at norrgard,,'],
    ['unknown-role', 'Rui,rui@norrgard.example,,king'],
    ['wrong-number-of-cells', 'Rui,rui@norrgard.example'],
    ['repeated-email', 'Rui,FIRST@norrgard.example,,'],
  ])('names the line that is wrong and keeps the others: %s', (fault, line) => {
    const { lines, faults } = read(`name,email,unit,roles\nFirst,first@norrgard.example,,\n${line}\nLast,last@norrgard.example,,`);

    expect(faults).toMatchObject([{ line: 3, fault }]);
    expect(lines.map(({ person }) => person.name)).toEqual(['First', 'Last']);
  });

  it('names the line where quotes are broken', () => {
    expect(read('name,email\nRui,"rui@norrgard.example').faults).toMatchObject([{ line: 2, fault: 'broken-quotes' }]);
  });

  it('reads quoted cells with separators and quotes in them', () => {
    expect(read('name,email\n"Carvalho, ""Rui""",rui@norrgard.example').lines[0]?.person.name).toBe('Carvalho, "Rui"');
  });

  it.each(['=HYPERLINK("http://foreign.example")', '+1', '-1', '@SUM(A1)'])('takes %s as text', (name) => {
    expect(read(`name;email\n"${name.replaceAll('"', '""')}";rui@norrgard.example`).lines[0]?.person.name).toBe(name);
  });

  it('reads roles, and says which columns it does not use', () => {
    const { lines, ignoredColumns } = read('Title,Name,E-Mail,Roles\nFitter,Rui,rui@norrgard.example,"observer, administrator"');

    expect(lines[0]?.person.roles).toEqual(['observer', 'administrator']);
    expect(ignoredColumns).toEqual(['Title']);
  });
});
