import { type CountedLine, countedLine, type Traffic } from './counted-line.ts';
import { printFigure } from './figures.ts';
import { slowLine } from './slow-line.ts';
import { runWireCases } from './wire-cases.ts';

/**
 * `line`: the cases of `wire` over 64 kbit/s, a round trip of 600 ms and 5 % loss, made by a proxy: `tc netem` is no part
 * of many kernels. `ratio_to_line` is the time taken against what the line itself needs for those bytes and one
 * round trip, nothing lost. The picture is a megabyte: thirty would take more than an hour by the line's own limit.
 */
const LINE = { bitsPerSecond: 64_000, roundTripMs: 600, loss: 0.05 } as const;

let taken = 0;
await runWireCases({
  lay: async (portal) => {
    const line = await slowLine(await countedLine(portal), LINE);
    const during: CountedLine['during'] = async (work) => {
      const begun = performance.now();
      const traffic = await line.during(work);
      taken = performance.now() - begun;
      return traffic;
    };
    return { ...line, during };
  },
  print: (name, traffic, more = {}) => {
    const limit = limitMs(traffic);
    printFigure('line', name, {
      ...traffic,
      ...more,
      ms: Math.round(taken),
      line_ms: Math.round(limit),
      ratio_to_line: Math.round((taken / limit) * 100) / 100,
    });
  },
  firstPosts: 200,
  fileBytes: 1_000_000,
});

function limitMs({ bytes_up, bytes_down }: Traffic): number {
  return ((bytes_up + bytes_down) * 8_000) / LINE.bitsPerSecond + LINE.roundTripMs;
}
