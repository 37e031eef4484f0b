import type { KyselyPlugin } from 'kysely';
import { expect, it } from 'vitest';
import { startBoard } from '../testing/index.ts';
import { oldBefore, PLAIN_READER, type Reader, readPage } from './index.ts';

/** Counts the statements of a store it is given to, those of its transactions too. */
function countStatements(): { plugin: KyselyPlugin; count: () => number } {
  let count = 0;
  const plugin: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  return { plugin, count: () => count };
}

it('asks the store as often for a page of many lines as for one of few', { timeout: 60_000 }, async () => {
  const board = await startBoard();
  try {
    const author = await board.signIn('author');
    const { unit } = author.portal;
    const caller = { unit: unit.id, person: author.member.id, device: author.device.id };
    const packed: Reader = { ...PLAIN_READER, isPacked: true, linesBefore: oldBefore(new Date()) };
    const readCounted = (reader: Reader): Promise<{ lines: number; statements: number }> =>
      board.inStore(async (store) => {
        const { plugin, count } = countStatements();
        const { changes, more } = await readPage(store.withPlugin(plugin), caller, null, reader);
        expect(more).toBe(false);
        return { lines: changes.length, statements: count() };
      });
    const save = async (times: number, post?: string): Promise<string> => {
      let saved = post ?? '';
      for (let index = 0; index < times; index += 1)
        ({ post: saved } = await author.save({ title: `Bản ${index}` }, saved === '' ? undefined : saved));
      return saved;
    };
    const post = await save(2);
    const few = [await readCounted(PLAIN_READER), await readCounted(packed)] as const;
    await save(12, post);
    const many = [await readCounted(PLAIN_READER), await readCounted(packed)] as const;
    expect(many[0].lines).toBeGreaterThan(few[0].lines + 20);
    expect(many[1].lines).toBe(many[0].lines);
    expect(many.map(({ statements }) => statements)).toEqual(few.map(({ statements }) => statements));
    expect(few[1].statements).toBeLessThan(10);
  } finally {
    await board.close();
  }
});
