import { newId } from '../shared/content/index.ts';
import { type Member, newKeyPair, type Unit } from '../shared/sync/index.ts';
import type { Role } from '../shared/workflow/index.ts';
import { accountName, hashPassword, oneTimePassword } from './accounts/index.ts';
import { startAudit } from './audit/index.ts';
import { StartError } from './error.ts';
import { writeMemberLine } from './feed/index.ts';
import { recoveryWords } from './keys/index.ts';
import type { Contact } from './site/index.ts';
import { openStore } from './store/index.ts';

/** A member of the first board, with the account to sign in with. */
export interface NewMember {
  readonly account: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly Role[];
  /** Left out: a one-time password is made. */
  readonly password?: string | undefined;
}

/** What a new portal is made from. */
export interface NewPortal {
  readonly folder: string;
  /** The address of a PostgreSQL database; nothing for the SQLite file in the folder. */
  readonly database?: string | null;
  readonly now: () => Date;
  readonly unit: Unit;
  readonly members: readonly NewMember[];
  readonly contact: Contact;
  /** The site's own address, `https://host`; without it no page is kept as a file. */
  readonly origin?: string;
}

/**
 * Makes a portal in a folder: its identity and key, its epoch, the unit and its accounts, all or nothing.
 *
 * @returns the portal's id and public key, the members in the order given, and the one-time passwords that were made.
 * @throws StartError `already_initialised`; AppError as `openStore`; Error for two accounts of one name.
 */
export async function initPortal(wanted: NewPortal): Promise<{
  portal: string;
  publicKey: string;
  /** To be printed once and kept by the unit: it alone can give the portal another key when the first is lost. */
  recovery: string;
  members: readonly Member[];
  passwords: readonly { account: string; password: string }[];
}> {
  const { folder, unit, contact } = wanted;
  const accounts = wanted.members.map((member) => accountName(member.account));
  if (new Set(accounts).size !== accounts.length) throw new Error('two members have the same account');
  const kept: { password: string; one_time_until: string | null }[] = [];
  const made: { account: string; password: string }[] = [];
  for (const { account, password } of wanted.members) {
    if (password === undefined) {
      const first = await oneTimePassword(wanted.now());
      kept.push({ password: first.kept, one_time_until: first.until });
      made.push({ account: accountName(account), password: first.password });
    } else kept.push({ password: await hashPassword(password), one_time_until: null });
  }

  const store = await openStore(folder, wanted.database ?? null);
  try {
    return await store.transaction().execute(async (tx) => {
      if ((await tx.selectFrom('portal').select('id').executeTakeFirst()) !== undefined)
        throw new StartError('already_initialised', { folder });
      const id = newId();
      const { publicKey, secretKey } = newKeyPair();
      const recovery = newKeyPair();
      await tx
        .insertInto('portal')
        .values({
          id,
          public_key: publicKey,
          secret_key: secretKey,
          recovery_key: recovery.publicKey,
          epoch: newId(),
          created_at: wanted.now().toISOString(),
        })
        .execute();
      await tx
        .insertInto('unit')
        .values({ ...unit, ...contact, origin: wanted.origin ?? '' })
        .execute();
      await startAudit(tx, wanted.now());
      const members: Member[] = [];
      for (const [index, { name, title, roles }] of wanted.members.entries()) {
        const member: Member = { id: newId(), name, title, roles: [...roles] };
        await tx.insertInto('person').values({ id: member.id, name }).execute();
        await tx
          .insertInto('membership')
          .values({ unit: unit.id, person: member.id, title, roles: JSON.stringify(roles) })
          .execute();
        const opened = kept[index];
        if (opened === undefined) throw new Error('a member without a password');
        await tx
          .insertInto('account')
          .values({ name: accounts[index] ?? '', person: member.id, unit: unit.id, ...opened })
          .execute();
        await writeMemberLine(tx, unit.id, member, wanted.now());
        members.push(member);
      }
      return { portal: id, publicKey, recovery: recoveryWords(recovery.secretKey), members, passwords: made };
    });
  } finally {
    await store.destroy();
  }
}
