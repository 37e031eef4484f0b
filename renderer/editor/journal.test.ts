import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Block } from '../../shared/content/index.ts';
import { createJournal, type Journal, type JournalSurroundings } from './journal.ts';
import { createModelBackend, type ModelBackend, type WriteFate } from './testing/model-backend.ts';

const POST = '01930000-0000-7000-8000-000000000001';
const paragraph = (id: string, text: string): Block => ({ id, type: 'paragraph', children: [{ type: 'text', text }] });

/** Timers that only run when the test says so. */
function handTimers() {
  const timers = new Set<{ then: () => void; milliseconds: number }>();
  const surroundings: JournalSurroundings = {
    startTimer: (then, milliseconds) => {
      const timer = { then, milliseconds };
      timers.add(timer);
      return () => timers.delete(timer);
    },
    random: () => 0.5,
  };
  const ring = (): void => {
    for (const timer of [...timers]) {
      timers.delete(timer);
      timer.then();
    }
  };
  return { surroundings, ring, waits: () => [...timers].map((timer) => timer.milliseconds) };
}

function open(start: readonly Block[] = []) {
  const backend = createModelBackend(start);
  const timers = handTimers();
  return { backend, timers, journal: createJournal(backend.client, POST, null, timers.surroundings) };
}

async function isFlushed(journal: Journal): Promise<boolean> {
  let flushed = false;
  void journal.flush().then(() => {
    flushed = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  return flushed;
}

describe('a journal', () => {
  it('sends a change at once, and is saved only when the backend has answered', async () => {
    const { backend, journal } = open();
    journal.writeFields({ title: 'K' });
    expect(backend.writes).toEqual([{ post: POST, base: null, fields: { title: 'K' }, order: null, blocks: [] }]);
    expect(journal.state).toBe('saving');
    expect(await isFlushed(journal)).toBe(false);
    await backend.answerNext();
    expect(journal.state).toBe('saved');
    expect(journal.journalNumber).toBe(1);
    expect(await isFlushed(journal)).toBe(true);
  });

  it('joins what comes while a request is open into one request after it', async () => {
    const { backend, journal } = open();
    journal.writeBody({ order: ['a'], blocks: [paragraph('a', 'x')] });
    journal.writeBody({ order: ['a', 'b'], blocks: [paragraph('b', '1')] });
    journal.writeBody({ order: null, blocks: [paragraph('b', '12')] });
    journal.writeFields({ title: 'T' });
    expect(backend.open()).toBe(1);
    await backend.answerNext();
    expect(backend.writes[1]).toEqual({
      post: POST,
      base: null,
      fields: { title: 'T' },
      order: ['a', 'b'],
      blocks: [paragraph('b', '12')],
    });
    expect(journal.state).toBe('saving');
    await backend.answerNext();
    expect(journal.state).toBe('saved');
  });

  it('does not bring back a paragraph that was written and taken away while a request was open', async () => {
    const { backend, journal } = open([paragraph('a', 'x')]);
    journal.writeBody({ order: null, blocks: [paragraph('a', 'xy')] });
    journal.writeBody({ order: ['a', 'b'], blocks: [paragraph('b', 'z')] });
    journal.writeBody({ order: ['a'], blocks: [paragraph('a', 'xyz')] });
    await backend.answerNext();
    await backend.answerNext();
    expect(backend.body()).toEqual([paragraph('a', 'xyz')]);
  });

  it('keeps a change that failed, says why, and tries again after a growing wait', async () => {
    const { backend, journal, timers } = open();
    journal.writeFields({ title: 'T' });
    await backend.answerNext({ kind: 'fail', code: 'disk_full' });
    expect([journal.state, journal.error?.code]).toEqual(['failing', 'disk_full']);
    const [firstWait = 0] = timers.waits();
    timers.ring();
    expect(journal.state).toBe('failing');
    await backend.answerNext({ kind: 'fail', code: 'disk_full' });
    const [secondWait = 0] = timers.waits();
    expect(secondWait).toBeGreaterThan(firstWait);
    timers.ring();
    await backend.answerNext();
    expect([journal.state, journal.error]).toEqual(['saved', null]);
    expect(backend.fields).toEqual({ title: 'T' });
  });

  it('does not ask a failing backend again with every key', async () => {
    const { backend, journal, timers } = open();
    journal.writeFields({ title: 'a' });
    await backend.answerNext({ kind: 'fail', code: 'disk_full' });
    for (const title of ['ab', 'abc', 'abcd']) journal.writeFields({ title });
    expect(backend.writes).toHaveLength(1);
    timers.ring();
    expect(backend.writes[1]?.fields).toEqual({ title: 'abcd' });
  });

  it('sends again at once when the backend comes up', async () => {
    const { backend, journal, timers } = open();
    journal.writeFields({ title: 'T' });
    await backend.answerNext({ kind: 'fail', code: 'backend_down' });
    backend.tell('backend.state', { state: 'up' });
    expect(backend.open()).toBe(1);
    expect(timers.waits()).toEqual([]);
    await backend.answerNext();
    expect(journal.state).toBe('saved');
  });

  it('goes on after it was closed until all is durable', async () => {
    const { backend, journal } = open();
    journal.writeFields({ title: 'T' });
    journal.close();
    await backend.answerNext({ kind: 'fail', code: 'backend_down' });
    backend.tell('backend.state', { state: 'up' });
    await backend.answerNext();
    expect(backend.fields).toEqual({ title: 'T' });
  });

  it('tells its listeners of each new state', async () => {
    const { backend, journal } = open();
    const states: string[] = [];
    journal.subscribe(() => states.push(journal.state));
    journal.writeFields({ title: 'T' });
    await backend.answerNext();
    expect(states).toEqual(['saving', 'saved']);
  });
});

describe('whatever fails on the way', () => {
  type Step =
    | { kind: 'type'; block: number; text: string }
    | { kind: 'insert'; at: number }
    | { kind: 'remove' | 'move'; at: number }
    | { kind: 'title'; text: string }
    | { kind: 'answer'; fate: WriteFate }
    | { kind: 'ring' | 'up' };

  const position = fc.nat({ max: 30 });
  const code = fc.constantFrom('backend_down' as const, 'disk_full' as const, 'internal' as const);
  const step: fc.Arbitrary<Step> = fc.oneof(
    { weight: 6, arbitrary: fc.record({ kind: fc.constant('type' as const), block: position, text: fc.string() }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('insert' as const), at: position }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('remove' as const, 'move' as const), at: position }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('title' as const), text: fc.string() }) },
    { weight: 3, arbitrary: fc.constant({ kind: 'answer' as const, fate: { kind: 'ok' as const } }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('answer' as const),
        fate: fc.record({ kind: fc.constantFrom('fail' as const, 'lost' as const), code }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('ring' as const, 'up' as const) }) },
  );

  it('after a flush the backend holds exactly the newest text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
        const { backend, journal, timers } = open([paragraph('a', 'đầu')]);
        let local = backend.body();
        let title: string | null = null;
        let made = 0;
        for (const each of steps) {
          const at = 'at' in each ? each.at % (local.length + 1) : 0;
          if (each.kind === 'type' && local.length > 0) {
            const index = each.block % local.length;
            const block = paragraph(local[index]?.id ?? '', each.text || ' ');
            local = local.with(index, block);
            journal.writeBody({ order: null, blocks: [block] });
          } else if (each.kind === 'insert') {
            const block = paragraph(`n${made++}`, 'mới');
            local = local.toSpliced(at, 0, block);
            journal.writeBody({ order: local.map(({ id }) => id), blocks: [block] });
          } else if (each.kind === 'remove' || each.kind === 'move') {
            const [block] = local.slice(at, at + 1);
            if (block === undefined) continue;
            const without = local.filter((other) => other !== block);
            local = each.kind === 'remove' ? without : [...without, block];
            journal.writeBody({ order: local.map(({ id }) => id), blocks: [] });
          } else if (each.kind === 'title') {
            title = each.text;
            journal.writeFields({ title });
          } else if (each.kind === 'answer') await backend.answerNext(each.fate);
          else if (each.kind === 'ring') timers.ring();
          else if (each.kind === 'up') backend.tell('backend.state', { state: 'up' });
          expect(backend.open()).toBeLessThanOrEqual(1);
        }
        await settle(backend, journal, timers.ring);
        expect(backend.body()).toEqual(local);
        expect(backend.fields.title ?? null).toBe(title);
        expect(await isFlushed(journal)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  async function settle(backend: ModelBackend, journal: Journal, ring: () => void): Promise<void> {
    while (journal.state !== 'saved') {
      if (backend.open() === 0) ring();
      await backend.answerNext();
    }
  }
});
