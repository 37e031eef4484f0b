/**
 * What the editor's bench runs inside of the page. Each function is sent to the browser as its source, so it uses
 * nothing from outside of itself.
 */
export interface WindowProbe {
  /** Milliseconds from each keydown (its own time stamp) to the end of the frame that shows it. */
  readonly paints: number[];
  /** Milliseconds from each key's input event to the reply of the write that carries it. */
  readonly delays: number[];
  /** Runs `act` and gives the milliseconds until `isDone`, looked at once a frame, is true and painted. */
  timed(act: () => void, isDone: () => boolean): Promise<number>;
}

/** Puts `window.probe` there before any script of the page runs. */
export function installProbe(): void {
  const paints: number[] = [];
  const delays: number[] = [];
  /** From within a frame's callback: runs `then` when that frame has been painted, the first task after it. */
  const afterThisFrame = (then: () => void): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  /** Runs `then` when the coming frame has been painted. */
  const afterPaint = (then: () => void): void => void requestAnimationFrame(() => afterThisFrame(then));
  const onKey = ({ timeStamp, key }: KeyboardEvent): void => {
    if (key.length === 1) afterPaint(() => paints.push(performance.now() - timeStamp));
  };
  addEventListener('keydown', onKey, { capture: true });

  // The keys that no write has carried yet, and those each write carries.
  let keys: number[] = [];
  const carried = new Map<number, number[]>();
  addEventListener('input', ({ timeStamp }) => keys.push(timeStamp), { capture: true });
  const send = WebSocket.prototype.send;
  const known = new WeakSet<WebSocket>();
  WebSocket.prototype.send = function (data) {
    if (!known.has(this)) {
      known.add(this);
      this.addEventListener('message', ({ data: reply }) => {
        const { id, ok } = JSON.parse(String(reply)) as { id?: number; ok?: boolean };
        if (id === undefined || ok !== true) return;
        for (const at of carried.get(id) ?? []) delays.push(performance.now() - at);
        carried.delete(id);
      });
    }
    const { id, name } = JSON.parse(String(data)) as { id: number; name: string };
    if (name === 'draft.write') {
      carried.set(id, keys);
      keys = [];
    }
    send.call(this, data);
  };

  const probe: WindowProbe = {
    paints,
    delays,
    timed: (act, isDone) =>
      new Promise((done) => {
        const start = performance.now();
        const look = (): void => {
          if (isDone()) afterThisFrame(() => done(performance.now() - start));
          else requestAnimationFrame(look);
        };
        act();
        requestAnimationFrame(look);
      }),
  };
  Object.assign(window, { probe });
}
