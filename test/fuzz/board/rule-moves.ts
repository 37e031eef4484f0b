import { regrant } from '../../../portal/rules/index.ts';
import type { Store } from '../../../portal/store/index.ts';
import { newId } from '../../../shared/content/index.ts';
import { dayInVietnam } from '../../../shared/vietnamese/index.ts';
import type { Exemption, Role } from '../../../shared/workflow/index.ts';
import { codeOf } from '../world/act.ts';
import { headOf, type Mover } from './game.ts';

const HOUR_MS = 3_600_000;

/** Who may do what is changed meanwhile, and time goes by. */
export const RULE_MOVES = {
  set_rules: async ({ world }, _computer, chance) => {
    const head = headOf(world);
    const { base, text } = await head.call('rules.read', null);
    const stages = Array.from({ length: 1 + chance.below(3) }, (_, index) => ({
      id: `buoc-${index + 1}`,
      name: `Thẩm định ${index + 1}`,
      roles: chance.pick<Role[]>([['reviewer'], ['reviewer', 'head'], ['approver', 'head']]),
      days: 1 + chance.below(5),
    }));
    const item = { id: 'da-doc', text: 'Đã đọc kỹ', level: chance.pick(['block', 'warn', 'remind'] as const) };
    const checklists = chance.happens(0.5) ? [{ transition: 'appraise' as const, items: [item] }] : [];
    const next = { ...text, stages, categories: [], checklists, isUrgentAllowed: chance.happens(0.6) };
    await codeOf(() => head.call('rules.set', { base, text: next }));
  },
  set_roles: async ({ world }, computer, chance) => {
    const head = headOf(world);
    if (computer.account === 'truongban') return;
    const { me } = await computer.call('app.state', null);
    const roles = (['author', 'reviewer', 'approver', 'clerk'] as const).filter(() => chance.happens(0.6));
    await codeOf(() => head.call('board.setMember', { person: me?.id ?? '', roles: [...roles], deputies: [] }));
  },
  set_deputy: async ({ world, clock }, computer, chance) => {
    const head = headOf(world);
    if (computer.account === 'truongban') return;
    const { me } = await computer.call('app.state', null);
    const day = (days: number): string =>
      dayInVietnam(new Date(Date.now() + clock.wrongBy + days * 24 * HOUR_MS).toISOString());
    const from = chance.below(3) - 1;
    const { me: standing } = await head.call('app.state', null);
    const deputies = chance.happens(0.3)
      ? []
      : [
          {
            role: chance.pick(['head', 'approver', 'reviewer'] as const),
            from: day(from),
            to: day(from + chance.below(3)),
          },
        ];
    const roles = me?.roles ?? [];
    const forWhom = { for: standing?.id ?? '' };
    await codeOf(() =>
      head.call('board.setMember', {
        ...{ person: me?.id ?? '', roles: roles.filter((role) => role !== 'head') },
        deputies: deputies.map((one) => ({ ...one, ...forWhom })),
      }),
    );
  },
  set_exemption: async ({ world, clock }, computer, chance) => {
    // What the parent unit allows is entered on the portal's own machine.
    const { me } = await computer.call('app.state', null);
    const now = new Date(Date.now() + clock.wrongBy);
    const day = (days: number): string => dayInVietnam(new Date(now.getTime() + days * 24 * HOUR_MS).toISOString());
    const from = chance.below(3) - 1;
    const exemption: Exemption = {
      id: newId(),
      person: chance.happens(0.5) ? null : (me?.id ?? null),
      transitions: chance
        .pick([['approve'], ['appraise', 'approve'], ['appraise', 'approve', 'review']] as const)
        .slice(),
      ...{ from: day(from), to: day(from + chance.below(3)) },
      ...{ grantedBy: 'Phòng Văn hóa - Xã hội', decision: '12/QĐ-UBND' },
    };
    await world.portal.operate((store) =>
      store.transaction().execute((tx) => grantOnly(tx, chance.happens(0.4) ? [] : [exemption], now)),
    );
  },
  pass_time: async ({ clock, world }, _computer, chance) => {
    clock.wrongBy += chance.below(4) * HOUR_MS;
    for (const { clock: own } of world.computers) own.wrongBy = clock.wrongBy;
  },
} satisfies Record<string, Mover>;

async function grantOnly(tx: Store, exemptions: readonly Exemption[], at: Date): Promise<void> {
  const { id } = await tx.selectFrom('unit').select('id').executeTakeFirstOrThrow();
  await regrant(tx, id, exemptions, at);
}
