import { z } from 'zod';
import {
  CONTRACT,
  EVENTS,
  type EventData,
  type EventName,
  type Input,
  type Output,
  type ProcedureName,
} from './contract.ts';
import { AppError, type ErrorParams, isErrorCode } from './errors.ts';

const requestSchema = z.strictObject({
  id: z.int().min(0),
  name: z.string().max(64),
  input: z.unknown(),
  /** Whose data the window shows that asks; left out by one that shows nobody's. */
  profile: z.string().max(64).optional(),
});
const replySchema = z.union([
  z.strictObject({ id: z.int(), ok: z.literal(true), output: z.unknown() }),
  z.strictObject({
    id: z.int(),
    ok: z.literal(false),
    code: z.string(),
    params: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
]);
const noticeSchema = z.strictObject({ event: z.string(), data: z.unknown() });

/** One message of the channel, as a JSON value. The same over MessagePort, WebSocket and plain calls. */
export type Message = z.infer<typeof requestSchema> | z.infer<typeof replySchema> | z.infer<typeof noticeSchema>;

/** The backend's side: one function a procedure. */
export type Handlers = {
  readonly [Name in ProcedureName]: (input: Input<Name>) => Promise<Output<Name>> | Output<Name>;
};

/** Whether a value from outside names a procedure of the contract. */
function isProcedure(name: string): name is ProcedureName {
  return Object.hasOwn(CONTRACT, name);
}

/**
 * Answers one request message: input checked, handler called, output checked. Errors with a code travel as such; any
 * other goes to `onBug` and reaches the window as `internal`, without its text. What a window asks that still shows
 * another profile than `open` is refused: its words are not for this person's data.
 * @returns the reply, or `null` for a message that is not a request.
 */
export async function answer(
  handlers: Handlers,
  message: unknown,
  onBug: (error: unknown, name: string) => void,
  open: () => string | null = () => null,
): Promise<Message | null> {
  const request = requestSchema.safeParse(message);
  if (!request.success) return null;
  const { id, name, input, profile } = request.data;
  const fail = (code: string, params: ErrorParams = {}): Message => ({ id, ok: false, code, params: { ...params } });
  if (!isProcedure(name)) return fail('bad_input', { place: name });
  if (profile !== undefined && profile !== open()) return fail('other_profile');
  const parsed = CONTRACT[name].input.safeParse(input);
  if (!parsed.success) return fail('bad_input', { place: `${name} ${parsed.error.issues[0]?.path.join('.') ?? ''}` });
  try {
    const handle = handlers[name] as (input: unknown) => unknown;
    return { id, ok: true, output: CONTRACT[name].output.parse(await handle(parsed.data)) };
  } catch (error) {
    if (error instanceof AppError) return fail(error.code, error.params);
    onBug(error, name);
    return fail('internal');
  }
}

/** The window's side of the channel. */
export interface Client {
  /** With `profile`, refused with `other_profile` where another one is open by now. */
  call<Name extends ProcedureName>(name: Name, input: Input<Name>, profile?: string): Promise<Output<Name>>;
  /** Listens to an event; returns the function that stops it. */
  on<Name extends EventName>(name: Name, listener: (data: EventData<Name>) => void): () => void;
}

/** The client of a window that shows this profile: whatever it asks is asked of that one alone. */
export function clientOf(client: Client, profile: string): Client {
  return { call: (name, input) => client.call(name, input, profile), on: client.on };
}

/**
 * Makes a client over any two-way line of JSON messages.
 * `receive` must be called with each message from the other side; `fail` with the code that ends all open calls when
 * the line is cut.
 */
export function createClient(send: (message: Message) => void): {
  client: Client;
  receive: (message: unknown) => void;
  fail: (code: 'backend_down') => void;
} {
  let nextId = 1;
  const open = new Map<
    number,
    { name: ProcedureName; resolve: (output: unknown) => void; reject: (error: AppError) => void }
  >();
  const listeners = new Map<string, Set<(data: never) => void>>();

  const client: Client = {
    call: (name, input, profile) =>
      new Promise((resolve, reject) => {
        const id = nextId++;
        open.set(id, { name, resolve: resolve as (output: unknown) => void, reject });
        send({ id, name, input, ...(profile !== undefined && { profile }) });
      }),
    on: (name, listener) => {
      const set = listeners.get(name) ?? new Set();
      listeners.set(name, set.add(listener as (data: never) => void));
      return () => set.delete(listener as (data: never) => void);
    },
  };

  const receive = (message: unknown): void => {
    const reply = replySchema.safeParse(message);
    if (reply.success) {
      const call = open.get(reply.data.id);
      open.delete(reply.data.id);
      if (call === undefined) return;
      if (reply.data.ok) call.resolve(reply.data.output);
      else call.reject(new AppError(isErrorCode(reply.data.code) ? reply.data.code : 'internal', reply.data.params));
      return;
    }
    const notice = noticeSchema.safeParse(message);
    if (!notice.success || !Object.hasOwn(EVENTS, notice.data.event)) return;
    const data = EVENTS[notice.data.event as EventName].safeParse(notice.data.data);
    if (data.success) for (const listener of listeners.get(notice.data.event) ?? []) listener(data.data as never);
  };

  const fail = (code: 'backend_down'): void => {
    for (const call of open.values()) call.reject(new AppError(code));
    open.clear();
  };
  return { client, receive, fail };
}
