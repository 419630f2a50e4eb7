import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import type { Tx } from '../../platform/database/unit-of-work.ts';
import { chooseCode, chooseHue, organisationNow, takenLooks } from '../organisation/index.ts';
import type { Batch } from './batch.ts';
import {
  appointManagers,
  changeMemberships,
  endFormerUnits,
  giveRoles,
  rootUnit,
  writeCommunities,
  writeFirstUnits,
  writeLeadership,
  writeMemberships,
  writeNextUnits,
  writePeople,
  writeUnits,
} from './write-people.ts';

/** Units, people, their roles, communities and their members, each type in one statement or two. */
@Injectable()
export class WriteOrganisation {
  constructor(private readonly clock: Clock) {}

  async run(tx: Tx, batch: Batch): Promise<void> {
    await this.units(tx, batch);
    await this.people(tx, batch);
    await this.communities(tx, batch);
  }

  /** Without a parent a unit comes under the organisation's root; in an organisation without units it is the root. */
  private async units(tx: Tx, batch: Batch): Promise<void> {
    const units = batch.of('unit');
    if (units.length === 0) return;
    let root = (await tx.one(rootUnit, []))?.id ?? null;
    const looks = await tx.one(takenLooks, []);
    const codes = new Set(looks?.codes);
    const counts = new Map((looks?.hueCounts ?? []).map(({ hue, count }): [number, number] => [hue, count]));
    const rows = units.map(({ number, id, line }) => {
      const code = line.code ?? chooseCode(line.name, codes);
      codes.add(code.toLowerCase());
      const hue = chooseHue([...counts].map(([used, count]) => ({ hue: used, count })));
      counts.set(hue, (counts.get(hue) ?? 0) + 1);
      const parent = batch.ours('unit', line.parent) ?? (batch.known.keepsIds || root === id ? null : root);
      root ??= id;
      return { n: number, id, parent, name: line.name, code, hue, from: line.from, to: line.to };
    });
    // A later line renames a unit and never moves it: two that name each other would hang on nothing.
    const parents = new Map(rows.toReversed().map(({ id, parent }) => [id, parent]));
    await tx.rows(writeUnits, [JSON.stringify(lastOfEach(rows).map((row) => ({ ...row, parent: parents.get(row.id) })))]);
  }

  private async people(tx: Tx, batch: Batch): Promise<void> {
    const people = batch.of('person').map(({ number, id, line }) => {
      return { ...line, n: number, id, unit: batch.ours('unit', line.unit), languages: line.languages?.map(languageName) };
    });
    if (people.length > 0) {
      const rows = JSON.stringify(lastOfEach(people));
      await tx.rows(writePeople, [rows, this.clock.now()]);
      await tx.rows(writeFirstUnits, [rows]);
    }
    const changes = batch.of('unit-change');
    if (changes.length > 0) {
      const rows = JSON.stringify(
        changes.map(({ line }) => ({ person: batch.ours('person', line.person), unit: batch.ours('unit', line.unit), at: line.at })),
      );
      await tx.rows(endFormerUnits, [rows]);
      await tx.rows(writeNextUnits, [rows]);
    }
    await this.roles(tx, batch);
  }

  private async roles(tx: Tx, batch: Batch): Promise<void> {
    const roles = batch.of('role');
    if (roles.length === 0) return;
    const today = (await tx.one(organisationNow, []))?.today ?? '';
    const held = roles.filter(({ line }) => line.role !== 'manager' && (line.from ?? '') <= today && (line.to ?? '9999') > today);
    const given = held.map(({ line }) => ({ person: batch.ours('person', line.person), role: line.role }));
    if (given.length > 0) await tx.rows(giveRoles, [JSON.stringify(given)]);
    const managers = roles
      .filter(({ line }) => line.role === 'manager')
      .map(({ id, line }) => {
        return { id, person: batch.ours('person', line.person), unit: batch.ours('unit', line.unit), from: line.from, to: line.to };
      });
    if (managers.length > 0) await tx.rows(appointManagers, [JSON.stringify(managers)]);
  }

  private async communities(tx: Tx, batch: Batch): Promise<void> {
    const communities = batch.of('community').map(({ number, id, line }) => ({
      ...line,
      n: number,
      id,
      languages: line.languages?.map(languageName),
      mergedInto: batch.ours('community', line.mergedInto),
    }));
    if (communities.length > 0) await tx.rows(writeCommunities, [JSON.stringify(lastOfEach(communities)), this.clock.now()]);
    const now = this.clock.now();
    const members = batch.of('membership').map(({ line, isNew, former }) => {
      const { role, at, until, leadership = [] } = line;
      return {
        community: batch.ours('community', line.community),
        person: batch.ours('person', line.person),
        role: role ?? 'member',
        at,
        leadership,
        isNew,
        former,
        isOver: until !== undefined && new Date(until) <= now,
      };
    });
    const present = members.filter(({ isOver }) => !isOver);
    const [arrived, changed] = [present.filter(({ isNew }) => isNew), present.filter(({ isNew }) => !isNew)];
    if (arrived.length > 0) await tx.rows(writeMemberships, [JSON.stringify(arrived), now]);
    if (changed.length > 0) await tx.rows(changeMemberships, [JSON.stringify(changed)]);
    const leading = present.filter(({ leadership }) => leadership.length > 0);
    if (leading.length > 0) await tx.rows(writeLeadership, [JSON.stringify(leading), now]);
  }
}

const namesOfLanguages = new Intl.DisplayNames(['en'], { type: 'language' });

/** A code as people write it here: en is English. */
const languageName = (written: string): string => (/^[a-z]{2}$/.test(written) ? (namesOfLanguages.of(written) ?? written) : written);

/** One statement writes a row once: of two lines about the same thing the later one holds. */
export const lastOfEach = <Row extends { readonly id: string }>(rows: readonly Row[]): Row[] => [
  ...new Map(rows.map((row) => [row.id, row])).values(),
];
