import { type Argon2Parameters, argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify(argon2);

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane. `memory` in KiB, lengths in bytes. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const SALT_BYTES = 16;

/** The password as kept: a PHC string of argon2id with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const tag = await derive('argon2id', parameters(password, salt, COST));
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(salt)}$${base64(tag)}`;
}

/**
 * Whether the password is the one kept. For an account that does not exist pass `null`: the same work is done and the
 * answer is no, so that time does not tell which accounts there are.
 */
export async function isPassword(password: string, kept: string | null): Promise<boolean> {
  const parsed = parse(kept ?? NOBODY);
  const tag = await derive('argon2id', parameters(password, parsed.salt, parsed.cost));
  return timingSafeEqual(tag, parsed.tag) && kept !== null;
}

interface Cost {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly tagLength: number;
}

/** NFC, so that one password typed with two input methods is one password. */
function parameters(password: string, salt: Buffer, cost: Cost): Argon2Parameters {
  return { message: password.normalize('NFC'), nonce: salt, ...cost };
}

function parse(kept: string): { cost: Cost; salt: Buffer; tag: Buffer } {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/-]+)\$([\w+/-]+)$/.exec(kept);
  if (match === null) throw new Error('a stored password is not an argon2id PHC string');
  const [, memory = '', passes = '', parallelism = '', salt = '', tag = ''] = match;
  const bytes = Buffer.from(tag, 'base64');
  return {
    cost: { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength: bytes.length },
    salt: Buffer.from(salt, 'base64'),
    tag: bytes,
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}

/** Costs what a real one costs and is nobody's password. */
const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${'A'.repeat(22)}$${'A'.repeat(43)}`;
