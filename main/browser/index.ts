export { parseArguments } from './arguments.ts';
export { type Computer, findBrowser, thisComputer } from './find-browser.ts';
export { type Shell, type ShellOptions, startShell } from './shell.ts';
export { prepareDemo, showShell } from './show.ts';
