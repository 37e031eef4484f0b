import { nanoid } from 'nanoid';
import { v7 } from 'uuid';

/** A new id for posts, mutations, devices and persons: UUIDv7, made once and never reused. */
export function newId(): string {
  return v7();
}

/** A new id for a block or a list item: 12 characters, unique within a post by a wide margin. */
export function newBlockId(): string {
  return nanoid(12);
}
