import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../shared/content/index.ts';
import { AppError } from '../../../shared/contract/index.ts';
import { newKeyPair, publicKeySchema, sealApproval } from '../../../shared/sync/index.ts';
import type { ApprovalStatement } from '../../../shared/workflow/index.ts';
import { readJsonFile, writeFileSafely } from '../store/index.ts';

/** Tries before the key is thrown away: staff-room PCs are shared, and a 6-digit PIN is short. */
const TRIES = 10;
/** How long a right PIN keeps the key open (design 5). */
const OPEN_MS = 15 * 60_000;
const SCRYPT = { N: 2 ** 15, r: 8, p: 1, maxmem: 128 * 1024 * 1024 };

const fileSchema = z.object({
  id: z.uuid(),
  publicKey: publicKeySchema,
  salt: z.base64(),
  nonce: z.base64(),
  wrapped: z.base64(),
  tag: z.base64(),
  triesLeft: z.int(),
});
type KeyFile = z.infer<typeof fileSchema>;

/** The person's own key on this device: what seals approvals. The secret half is on disk only wrapped by the PIN. */
export interface ApprovalKey {
  state(): 'none' | 'locked' | 'unlocked';
  /** Makes a new key wrapped by the PIN and keeps it once `register` has told the portal its public half. */
  create(pin: string, register: (key: { id: string; publicKey: string }) => Promise<void>): Promise<void>;
  /** Opens the key for 15 minutes. @throws AppError `pin_wrong` with the tries left, `pin_too_many`, `no_approval_key`. */
  unlock(pin: string): void;
  lock(): void;
  /** Seals a statement. @throws AppError `pin_locked`, `no_approval_key`. */
  seal(statement: ApprovalStatement): { key: string; seal: string };
}

export function openApprovalKey(folder: string, now: () => Date): ApprovalKey {
  const path = join(folder, 'approval-key.json');
  let file = readKeyFile(path);
  let open: { readonly secretKey: string; readonly seen: number; readonly until: number } | null = null;

  const opened = (secretKey: string): void => {
    const seen = now().getTime();
    open = { secretKey, seen, until: seen + OPEN_MS };
  };
  // A clock that has been turned back says nothing about how long the key has been open.
  const openSecret = (): string | null => {
    const time = now().getTime();
    open = open !== null && open.seen <= time && time < open.until ? { ...open, seen: time } : null;
    return open?.secretKey ?? null;
  };
  const save = (next: KeyFile): void => {
    writeFileSafely(path, JSON.stringify(next));
    file = next;
  };
  return {
    state: () => (file === null ? 'none' : openSecret() === null ? 'locked' : 'unlocked'),
    create: async (pin, register) => {
      const { secretKey, publicKey } = newKeyPair();
      const id = newId();
      await register({ id, publicKey });
      save({ id, publicKey, ...wrap(secretKey, pin), triesLeft: TRIES });
      opened(secretKey);
    },
    unlock: (pin) => {
      if (file === null) throw new AppError('no_approval_key');
      // The try is written down before it is made, so that pulling the plug gains none.
      const left = file.triesLeft - 1;
      save({ ...file, triesLeft: left });
      const secretKey = unwrap(file, pin);
      if (secretKey !== null) {
        save({ ...file, triesLeft: TRIES });
        opened(secretKey);
        return;
      }
      if (left > 0) throw new AppError('pin_wrong', { left });
      rmSync(path);
      file = null;
      open = null;
      throw new AppError('pin_too_many');
    },
    lock: () => {
      open = null;
    },
    seal: (statement) => {
      if (file === null) throw new AppError('no_approval_key');
      const secretKey = openSecret();
      if (secretKey === null) throw new AppError('pin_locked');
      return { key: file.id, seal: sealApproval(statement, secretKey) };
    },
  };
}

/** A damaged key opens with no PIN: its person makes another. */
function readKeyFile(path: string): KeyFile | null {
  return fileSchema.safeParse(readJsonFile(path)).data ?? null;
}

function wrap(secretKey: string, pin: string): Pick<KeyFile, 'salt' | 'nonce' | 'wrapped' | 'tag'> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', scryptSync(pin, salt, 32, SCRYPT), nonce);
  const wrapped = Buffer.concat([cipher.update(secretKey, 'hex'), cipher.final()]);
  return {
    salt: salt.toString('base64'),
    nonce: nonce.toString('base64'),
    wrapped: wrapped.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
}

/** The secret key in hex, or `null` for a wrong PIN. */
function unwrap(file: KeyFile, pin: string): string | null {
  const secret = scryptSync(pin, Buffer.from(file.salt, 'base64'), 32, SCRYPT);
  const decipher = createDecipheriv('aes-256-gcm', secret, Buffer.from(file.nonce, 'base64'));
  decipher.setAuthTag(Buffer.from(file.tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(Buffer.from(file.wrapped, 'base64')), decipher.final()]).toString('hex');
  } catch {
    return null;
  }
}
