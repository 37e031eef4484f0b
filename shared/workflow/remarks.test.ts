import { describe, expect, it } from 'vitest';
import { type Action, applyEvent, foldThreads, NEW_POST, parseAction, type WorkflowEvent, waitsFor } from './index.ts';

const POST = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const R = 'a'.repeat(64);
const id = (nth: number): string => `0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a${nth.toString().padStart(2, '0')}`;
const event = (nth: number, person: string, name: string, args: object): WorkflowEvent => ({
  ...{ id: id(nth), person, contributors: [] },
  action: parseAction(name, { post: POST, revision: R, ...args }) as Action,
});
const say = (nth: number, person: string, text: string, more: object = {}): WorkflowEvent =>
  event(nth, person, 'post.comment', { text, ...more });
const close = (nth: number, person: string, thread: number, more: object = {}): WorkflowEvent =>
  event(nth, person, 'post.resolveComment', { thread: id(thread), isResolved: true, ...more });

describe('the threads of a post', () => {
  it('hold what was said to each in its order, and who closed it with what answer', () => {
    const [one, two] = foldThreads([
      say(1, 'r', 'Thiếu ngày.', { anchor: { of: 'b1', start: 0, end: 4 }, wording: 'Sáng 5/9' }),
      say(2, 'r', 'Ảnh đẹp.'),
      say(3, 'a', 'Cảm ơn.', { thread: id(2) }),
      close(4, 'a', 1, { answer: 'taken' }),
    ]);
    expect(one).toMatchObject({
      wording: 'Sáng 5/9',
      resolved: { person: 'a', answer: 'taken', note: '' },
      last: id(4),
    });
    expect(two).toMatchObject({ anchor: null, wording: null, resolved: null, last: id(3) });
    expect(two?.remarks.map(({ text }) => text)).toEqual(['Ảnh đẹp.', 'Cảm ơn.']);
  });

  it('are opened again by a word said later, or by whoever opens them; what answers nothing here is left out', () => {
    const events = [say(1, 'r', 'Một.'), close(2, 'a', 1), say(3, 'r', 'Chưa được.', { thread: id(1) })];
    expect(foldThreads(events)[0]?.resolved).toBeNull();
    const again = event(4, 'a', 'post.resolveComment', { thread: id(1), isResolved: false });
    expect(foldThreads([...events.slice(0, 2), again])[0]?.resolved).toBeNull();
    expect(foldThreads([say(3, 'r', 'Lạc.', { thread: id(9) }), close(5, 'a', 8)])).toEqual([]);
  });

  it('wait for the author until they answer, and for whoever is called on', () => {
    const [first, reply, call] = [
      say(1, 'r', 'Thiếu ngày.'),
      say(2, 'a', 'Đã thêm.', { thread: id(1) }),
      say(3, 'r', '@Hà xem giúp.', { thread: id(1), mentions: ['h'] }),
    ];
    const waits = (events: WorkflowEvent[]): string[] =>
      ['a', 'r', 'h'].filter((person) => foldThreads(events).some((thread) => waitsFor(thread, person, 'a')));
    expect(waits([first])).toEqual(['a']);
    expect(waits([first, reply])).toEqual([]);
    expect(waits([first, reply, call])).toEqual(['a', 'h']);
    expect(waits([first, reply, call, say(4, 'h', 'Được rồi.', { thread: id(1) })])).toEqual(['a']);
    expect(waits([first, reply, call, close(5, 'r', 1)])).toEqual([]);
  });

  it('move nothing of the post they are about', () => {
    const status = { ...NEW_POST, owner: 'a', last: id(50) };
    expect(applyEvent(status, say(1, 'r', 'Một.'))).toBe(status);
    expect(applyEvent(status, close(2, 'r', 1))).toBe(status);
  });
});
