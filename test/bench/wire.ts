import { countedLine } from './counted-line.ts';
import { printFigure } from './figures.ts';
import { runWireCases } from './wire-cases.ts';

/** `wire`: what a sync costs on the line, counted by a proxy between real data folders and a real portal. */
await runWireCases({
  lay: countedLine,
  print: (name, traffic, more = {}) => printFigure('wire', name, { ...traffic, ...more }),
  firstPosts: 1_000,
  manyPosts: 10_000,
  fileBytes: 30_000_000,
});
