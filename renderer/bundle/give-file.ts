import { type Client, MOVE_RULES } from '../../shared/contract/index.ts';
import { base64Of } from '../move/index.ts';

/** Hands a file over piece by piece, so that neither side ever holds all of it. Stops when `isWanted` says no. */
export async function giveFile(
  client: Client,
  file: File,
  onGiven: (bytes: number) => void,
  isWanted: () => boolean,
): Promise<void> {
  for (let offset = 0; (offset === 0 || offset < file.size) && isWanted(); offset += MOVE_RULES.pieceBytes) {
    const piece = file.slice(offset, offset + MOVE_RULES.pieceBytes);
    await client.call('bundle.give', { name: file.name, offset, total: file.size, data: await base64Of(piece) });
    onGiven(Math.min(file.size, offset + piece.size));
  }
}
