import { describe, expect, it } from 'vitest';
import {
  type Action,
  type Actor,
  answeredFor,
  DEFAULT_RULES,
  foldStatus,
  judge,
  type PostStatus,
  parseAction,
  readinessProblems,
  type State,
  stateUnder,
  TRANSITION_NAMES,
  type TransitionName,
  type WorkflowEvent,
} from './index.ts';

const post = '0197a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b';
const first = '1'.repeat(64);
const second = '2'.repeat(64);
const author: Actor = { person: 'author', roles: ['author'] };
const reviewer: Actor = { person: 'reviewer', roles: ['author', 'reviewer'] };
const head: Actor = { person: 'head', roles: ['author', 'head'] };

let count = 0;
function event(
  name: Action['name'],
  person: string | null,
  args: object = {},
  contributors: string[] = [],
): WorkflowEvent {
  count += 1;
  const filled = { post, revision: first, ...args };
  const action = parseAction(name, filled);
  if (action === null) throw new Error(`bad test event ${name}`);
  return { id: `00000000-0000-7000-8000-${String(count).padStart(12, '0')}`, action, person, contributors };
}
const save = (revision = first, base: string | null = null) => event('post.save', 'author', { revision, base });
const submit = (revision = first) => event('post.submit', 'author', { revision }, ['author']);
const appraise = (revision = first) => event('post.appraise', 'reviewer', { revision });
const approve = (revision = first) =>
  event('post.approve', 'head', {
    revision,
    statement: {
      portal: 'p',
      unit: 'u',
      post,
      revision,
      contentHash: first,
      htmlHash: first,
      rules: DEFAULT_RULES.version,
      previous: '00000000-0000-7000-8000-000000000001',
    },
    key: 'k',
    seal: 's',
  });
const publish = () => event('post.publish', null, { htmlHash: first });
const fold = (...events: WorkflowEvent[]): PostStatus => foldStatus(events);
const PERMIT = { until: '2026-11-20T00:00:00.000Z', signature: '0'.repeat(128) };
const sealed = (revision: string) => ({
  statement: {
    ...{ portal: 'p', unit: 'u', post, revision, contentHash: first, htmlHash: first, rules: DEFAULT_RULES.version },
    previous: '00000000-0000-7000-8000-000000000001',
  },
  key: 'k',
  seal: 's',
});
const urgent = () => event('post.urgent', 'head', { ...sealed(first), reason: 'bão', permit: PERMIT });

const HISTORIES: Record<State, PostStatus> = {
  draft: fold(save()),
  submitted: fold(save(), submit()),
  appraised: fold(save(), submit(), appraise()),
  returned: fold(save(), submit(), event('post.return', 'reviewer', { reason: 'thiếu ảnh' })),
  approved: fold(save(), submit(), appraise(), approve()),
  scheduled: fold(
    save(),
    submit(),
    appraise(),
    event('post.approve', 'head', { ...sealed(first), publishAt: '2026-12-01T00:00:00.000Z' }),
  ),
  published: fold(save(), submit(), appraise(), approve(), publish()),
  published_unreviewed: fold(save(), submit(), urgent(), publish()),
  withdrawn: fold(
    save(),
    submit(),
    appraise(),
    approve(),
    publish(),
    event('post.withdraw', 'head', { reason: 'outdated', explanation: '' }),
  ),
};

describe('folding events into a status', () => {
  it.each(Object.entries(HISTORIES))('ends in %s', (state, status) => {
    expect(status.state).toBe(state);
  });

  it('keeps the published revision live while a correction is written, reviewed and returned', () => {
    const published = [save(), submit(), appraise(), approve(), publish()];
    const correcting = fold(...published, save(second, first), submit(second));
    expect(correcting).toMatchObject({ state: 'submitted', live: first, submitted: second, head: second });
    expect(
      fold(
        ...published,
        save(second, first),
        submit(second),
        event('post.return', 'reviewer', { revision: second, reason: 'x' }),
      ),
    ).toMatchObject({ state: 'returned', live: first });
  });

  it('keeps a review going when only the live page is withdrawn', () => {
    const status = fold(
      save(),
      submit(),
      appraise(),
      approve(),
      publish(),
      save(second, first),
      submit(second),
      event('post.withdraw', 'head', { reason: 'personal_data', explanation: 'có số điện thoại' }),
    );
    expect(status).toMatchObject({ state: 'submitted', live: null, submitted: second, reason: 'có số điện thoại' });
  });

  it('voids an approval by a recall, a return or a new submission', () => {
    const approved = [save(), submit(), appraise(), approve()];
    expect(fold(...approved).approval?.person).toBe('head');
    for (const end of [event('post.recall', 'author'), event('post.return', 'head', { reason: 'x' }), submit(second)])
      expect(fold(...approved, end).approval).toBeNull();
  });

  it('voids the approval of a waiting correction when the live page is withdrawn, so that the head decides anew', () => {
    const live = [save(), submit(), appraise(), approve(), publish()];
    const waiting = [...live, save(second, first), submit(second), appraise(second), approve(second)];
    expect(fold(...waiting)).toMatchObject({ state: 'approved', live: first, approval: { revision: second } });
    const status = fold(...waiting, event('post.withdraw', 'head', { reason: 'wrong_content', explanation: '' }));
    expect(status).toMatchObject({ state: 'appraised', approval: null, live: null, submitted: second });
    expect(judge(DEFAULT_RULES, 'publish', status, 'portal', second)).toEqual({ allowed: false, code: 'wrong_state' });
    expect(judge(DEFAULT_RULES, 'approve', status, head, second).allowed).toBe(true);
  });
});

describe('an urgent publication', () => {
  it('is public unreviewed until a second person has looked at it, whatever is written over it meanwhile', () => {
    const unreviewed = { person: 'head', contributors: ['author'] };
    const published = [save(), submit(), urgent(), publish()];
    expect(fold(...published)).toMatchObject({ state: 'published_unreviewed', live: first, unreviewed });
    const correcting = [...published, save(second, first), submit(second)];
    expect(fold(...correcting)).toMatchObject({ state: 'submitted', live: first, unreviewed });
    const reviewed = fold(...correcting, event('post.review', 'reviewer'));
    expect(reviewed).toMatchObject({ state: 'submitted', unreviewed: null });
    expect(fold(...published, event('post.review', 'reviewer')).state).toBe('published');
  });
});

describe('a hold of the portal', () => {
  const hold = (approval: string, reason: string) =>
    event('post.hold', null, { approval, person: 'head', reason }, ['author']);

  it('sends what waits for its time back to the decision, and a picture that is missing only makes it wait', () => {
    const approved = event('post.approve', 'head', { ...sealed(first), publishAt: '2026-12-01T00:00:00.000Z' });
    const scheduled = [save(), submit(), appraise(), approved];
    const waiting = fold(...scheduled, hold(approved.id, 'missing_pictures'));
    expect(waiting).toMatchObject({ state: 'scheduled', held: 'missing_pictures' });
    expect(judge(DEFAULT_RULES, 'publish', waiting, 'portal', first).allowed).toBe(true);
    for (const reason of ['category_ended', 'approval_flagged']) {
      const held = fold(...scheduled, hold(approved.id, reason));
      expect(stateUnder(DEFAULT_RULES, held)).toBe('appraised');
      expect(judge(DEFAULT_RULES, 'publish', held, 'portal', first).allowed).toBe(false);
      expect(judge(DEFAULT_RULES, 'approve', held, head, first).allowed).toBe(true);
    }
  });

  it('asks for a second look at a page whose approval was flagged', () => {
    const approved = approve();
    const flagged = fold(save(), submit(), appraise(), approved, publish(), hold(approved.id, 'approval_flagged'));
    expect(flagged).toMatchObject({ state: 'published_unreviewed', live: first, unreviewed: { person: 'head' } });
    expect(judge(DEFAULT_RULES, 'review', flagged, head, first)).toEqual({ allowed: false, code: 'published_it' });
    expect(judge(DEFAULT_RULES, 'review', flagged, reviewer, first).allowed).toBe(true);
  });
});

describe('judging a transition', () => {
  // An independent table: who may do what in which state, to a post that `author` wrote. Everything else is denied.
  const UNDER_WAY = ['submitted', 'appraised', 'approved', 'scheduled'] as const;
  const inEach = (states: readonly State[], who: string[]) => Object.fromEntries(states.map((state) => [state, who]));
  const MAY: Record<TransitionName, Partial<Record<State, string[]>>> = {
    submit: { draft: ['author'], returned: ['author'], withdrawn: ['author'] },
    recall: inEach(UNDER_WAY, ['author']),
    appraise: { submitted: ['reviewer', 'head'] },
    return: inEach(UNDER_WAY, ['reviewer', 'head']),
    approve: { appraised: ['head'] },
    // Nobody is online in this table.
    urgent: {},
    schedule: { approved: ['head'], scheduled: ['head'] },
    publish: { approved: ['portal'], scheduled: ['portal'] },
    hold: { approved: ['portal'], scheduled: ['portal'] },
    // The head published it.
    review: { published_unreviewed: ['reviewer'] },
    withdraw: { published: ['head'], published_unreviewed: ['head'] },
  };
  const ACTORS: Record<string, Actor | 'portal'> = { author, reviewer, head, portal: 'portal' };

  for (const name of TRANSITION_NAMES)
    for (const [state, status] of Object.entries(HISTORIES) as [State, PostStatus][])
      for (const [who, actor] of Object.entries(ACTORS)) {
        const isAllowed = MAY[name][state]?.includes(who) ?? false;
        it(`${isAllowed ? 'lets' : 'does not let'} ${who} ${name} what is ${state}`, () => {
          expect(judge(DEFAULT_RULES, name, status, actor, first).allowed).toBe(isAllowed);
        });
      }

  it('never lets a person appraise or approve what they wrote, whatever their roles', () => {
    const everything: Actor = { person: 'author', roles: ['author', 'reviewer', 'head'] };
    expect(judge(DEFAULT_RULES, 'appraise', HISTORIES.submitted, everything, first)).toEqual({
      allowed: false,
      code: 'wrote_it',
    });
    expect(judge(DEFAULT_RULES, 'approve', HISTORIES.appraised, everything, first)).toEqual({
      allowed: false,
      code: 'wrote_it',
    });
  });

  it('judges only the revision under review', () => {
    expect(judge(DEFAULT_RULES, 'appraise', HISTORIES.submitted, reviewer, second)).toEqual({
      allowed: false,
      code: 'other_revision',
    });
  });

  it('takes a new revision in the middle of a review, but not the same one again', () => {
    expect(judge(DEFAULT_RULES, 'submit', HISTORIES.appraised, author, second).allowed).toBe(true);
    expect(judge(DEFAULT_RULES, 'submit', HISTORIES.published, author, first)).toEqual({
      allowed: false,
      code: 'nothing_new',
    });
  });

  it('lets only the owner submit or recall', () => {
    const other: Actor = { person: 'somebody', roles: ['author'] };
    expect(judge(DEFAULT_RULES, 'submit', HISTORIES.draft, other, first)).toEqual({
      allowed: false,
      code: 'not_owner',
    });
  });
});

describe('what a second person answers for', () => {
  const withdraw = () => event('post.withdraw', 'head', { reason: 'outdated', explanation: '' });
  const reviewed = () => event('post.review', 'reviewer');

  it('is what was approved, and what was urgent once it was reviewed: not when it was taken down, or only corrected', () => {
    expect([...answeredFor([save(), submit(), appraise(), approve(), publish()])]).toEqual([first]);
    const hasty = [save(), submit(), urgent(), publish()];
    expect([...answeredFor(hasty)]).toEqual([]);
    expect([...answeredFor([...hasty, withdraw()])]).toEqual([]);
    expect([...answeredFor([...hasty, reviewed()])]).toEqual([first]);
    const corrected = [submit(second), appraise(second), approve(second)];
    const published = event('post.publish', null, { revision: second, htmlHash: first });
    expect([...answeredFor([...hasty, ...corrected, published])]).toEqual([second]);
  });

  it('is not a page under an approval that was flagged, until somebody looks at it', () => {
    const approved = approve();
    const told = { approval: approved.id, person: 'head', reason: 'approval_flagged' };
    const flagged = [save(), submit(), appraise(), approved, publish(), event('post.hold', null, told)];
    expect([...answeredFor(flagged)]).toEqual([]);
    expect([...answeredFor([...flagged, reviewed()])]).toEqual([first]);
  });
});

describe('an approval that is held for two reasons', () => {
  it('waits for a new decision in whatever order they became known', () => {
    const approved = approve();
    const held = (reason: string) => event('post.hold', null, { approval: approved.id, person: 'head', reason });
    const [flagged, pictures] = [held('approval_flagged'), held('missing_pictures')];
    for (const holds of [
      [flagged, pictures],
      [pictures, flagged],
    ]) {
      const status = fold(save(), submit(), appraise(), approved, ...holds);
      expect([status.held, stateUnder(DEFAULT_RULES, status)]).toEqual(['approval_flagged', 'appraised']);
    }
  });
});

describe('readiness to be submitted', () => {
  const ready = {
    title: 'Lễ khai giảng',
    summary: '',
    categories: ['B2'],
    cover: null,
    blocks: [{ id: 'a', type: 'paragraph' as const, children: [{ type: 'text' as const, text: 'Nội dung' }] }],
  };
  const figure = { id: 'f', type: 'figure' as const, media: first, alt: '' };

  it('asks for a title, a category, words, and words for each picture', () => {
    expect(readinessProblems(ready)).toEqual([]);
    expect(readinessProblems({ ...ready, title: ' ', categories: [], blocks: [] })).toEqual([
      'no_title',
      'no_category',
      'empty_body',
    ]);
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, figure] })).toEqual(['missing_alt']);
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, { ...figure, decorative: true }] })).toEqual([]);
    const gallery = (alt: string) => ({ id: 'g', type: 'gallery' as const, items: [{ id: 'p', media: first, alt }] });
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, gallery('')] })).toEqual(['missing_alt']);
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, gallery('Cờ')] })).toEqual([]);
    expect(readinessProblems({ ...ready, cover: { media: first, alt: '' } })).toEqual(['missing_alt']);
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, { id: 'n', type: 'newer' }] })).toEqual([
      'newer_version',
    ]);
    const rows = Array.from({ length: 501 }, (_, at) => ({ id: `r${at}`, cells: [{ children: [] }] }));
    const long = { id: 't', type: 'table' as const, headerRow: false, headerColumn: false, rows };
    expect(readinessProblems({ ...ready, blocks: [...ready.blocks, long] })).toEqual(['block_over_limit']);
  });
});
