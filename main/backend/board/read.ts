import type { BoardMember, RulesView } from '../../../shared/contract/index.ts';
import { memberSchema } from '../../../shared/sync/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import { DEFAULT_REGULATION, DEFAULT_RULES, versionInForce, versionsToCome } from '../../../shared/workflow/index.ts';
import type { Desk } from '../posts/index.ts';

/** The unit's regulation as it is known here, for reading with no network too. */
export function readRules(desk: Desk): RulesView {
  const versions = desk.rulesBook.versions();
  const last = versions.at(-1) ?? null;
  const me = desk.me().roles;
  const today = dayInVietnam(desk.now().toISOString());
  return {
    base: last?.version ?? DEFAULT_RULES.version,
    inForce: desk.rules.version,
    text: versionInForce(versions, today)?.text ?? DEFAULT_REGULATION,
    coming: versionsToCome(versions, today).map(({ version, text }) => ({ version, text })),
    exemptions: (last?.exemptions ?? []).map((one) => ({
      ...one,
      personName: one.person === null ? null : nameOf(desk, one.person),
    })),
    history: versions.toReversed().map(({ version, text, setBy, setAt }) => ({
      ...{ version, validFrom: text.validFrom, basis: text.basis, setAt },
      setByName: setBy === null ? null : nameOf(desk, setBy),
    })),
    mayEdit: me.includes('head') || me.includes('administrator'),
  };
}

/** Everybody of the board with the roles held, as the portal last told them. */
export function listMembers({ db }: Desk): BoardMember[] {
  return db
    .prepare<[], { id: string; name: string; title: string; roles: string; deputies: string }>(
      'SELECT * FROM member ORDER BY name',
    )
    .all()
    .map((row) => {
      const {
        id,
        name,
        title,
        roles,
        deputies = [],
      } = memberSchema.parse({
        ...row,
        roles: JSON.parse(row.roles),
        deputies: JSON.parse(row.deputies),
      });
      return { id, name, title, roles, deputies };
    });
}

function nameOf({ db }: Desk, person: string): string {
  return db.prepare<[string], { name: string }>('SELECT name FROM member WHERE id = ?').get(person)?.name ?? '';
}
