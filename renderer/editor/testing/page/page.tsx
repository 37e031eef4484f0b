import { createRoot } from 'react-dom/client';
import type { Block } from '../../../../shared/content/index.ts';
import type { Client, PostDetails } from '../../../../shared/contract/index.ts';
import { LanguageProvider } from '../../../connection/index.ts';
import { DesignRoot } from '../../../design/index.ts';
import { createJournal, PostEditor } from '../../index.ts';
import { NO_TOOLS } from '../../writing-tools.ts';
import { createModelBackend } from '../model-backend.ts';
import { createModelMedia } from '../model-media.ts';

/**
 * The editor alone in a page, over a backend of a few lines: for tests that drive it with a real browser's keys and
 * input methods. The body to open is given in the address as JSON: `#[…]`; `?find` shows the search as well.
 */
const POST = '01930000-0000-7000-8000-000000000001';
const blocks = JSON.parse(decodeURIComponent(location.hash.slice(1)) || '[]') as Block[];
const backend = createModelBackend(blocks);
const media = createModelMedia();
const client: Client = {
  on: backend.client.on,
  call: (name, input) => {
    const kept = media.answer(name, input);
    if (kept !== null) return kept as Promise<never>;
    // A test lends the real reader of documents.
    const { readDocx } = window as unknown as { readDocx?: (input: unknown) => Promise<never> };
    if (name === 'import.docx' && readDocx) return readDocx(input);
    const reply = backend.client.call(name, input);
    void backend.answerNext();
    return reply;
  },
};
const journal = createJournal(client, POST, null);

const details: PostDetails = {
  post: POST,
  mode: 'edit',
  language: 'vi',
  kind: 'news',
  translates: null,
  translation: null,
  fields: { title: '', summary: '', categories: [], tags: [], cover: null, byline: '' },
  blocks,
  media: [],
  state: 'draft',
  bin: 'no',
  decision: { stages: [], scheduledAt: null, held: null, unreviewedBy: null, exemption: null },
  work: {
    step: null,
    due: null,
    daysLeft: null,
    assignee: null,
    holder: null,
    claim: null,
    mayRelease: false,
    mayAssign: false,
    candidates: [],
  },
  isLive: false,
  word: 'saved_here',
  conflicts: 0,
  ownerName: '',
  reason: null,
  revision: null,
  actions: [],
  timeline: [],
  publicUrl: null,
  base: null,
  journalNumber: 0,
  stand: '',
};

/** What a test asks of the page: the working copy as the backend has it, once all is durable. */
export interface PageProbe {
  durable(): Promise<{ title: string; summary: string; body: Block[] }>;
}
const probe: PageProbe = {
  durable: async () => {
    await journal.flush();
    return { title: backend.fields.title ?? '', summary: backend.fields.summary ?? '', body: backend.body() };
  },
};
Object.assign(window, { probe });

const isFinding = new URLSearchParams(location.search).has('find');
const tools = { ...NO_TOOLS, find: isFinding ? { mode: 'find' as const, number: 1 } : null };

const root = document.getElementById('root');
if (root !== null)
  createRoot(root).render(
    <LanguageProvider language="vi">
      <DesignRoot closeLabel="Đóng">
        <PostEditor details={details} journal={journal} client={client} isNew={false} tools={tools} />
      </DesignRoot>
    </LanguageProvider>,
  );
