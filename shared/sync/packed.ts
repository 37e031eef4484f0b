/**
 * The packed form of a message: one byte that names the method, then its JSON compressed with {@link PACKED_DICTIONARY}.
 * Both sides also speak plain JSON; a reply comes in the form of its request.
 */
export const PACKED_TYPE = 'application/x-banthao';

/** A base as dictionary: its canonical text, then its id, which the text built on it names as its parent. */
export function baseDictionary(base: { readonly id: string; readonly canonical: string }): string {
  return `${base.canonical}${base.id}`;
}

/** First byte of a packed message. `deflate` is raw, for a side whose runtime has no zstd. */
export const PACKED_METHODS = { zstd: 1, deflate: 2 } as const;

/**
 * What messages mostly consist of, the commonest last: a compressor points into it instead of sending it. Part of the
 * protocol: another text is another protocol version.
 */
export const PACKED_DICTIONARY = [
  '{"id":"","type":"listitem","children":[{"type":"text","text":""}]},{"id":"","type":"heading","level":2,"children":[{"type":"text","format":["bold"],"text":"',
  '{"blocks":[{"children":[{"text":"","type":"text"}],"id":"","type":"paragraph"}],"byline":"","categories":["B2"],"cover":null,"createdAt":"2026-11-2","device":"","format":1,"kind":"news","language":"vi","media":[],"note":"","parents":["',
  '"],"post":"","summary":"","tags":[],"title":"","translates":null,"unit":"thcs-',
  '{"kind":"member","number":1,"member":{"id":"","name":"","title":"Giáo viên","roles":["author","reviewer","head"]}},',
  '"name":"post.withdraw","args":{"reason":"wrong_content","explanation":""}"name":"post.recall""name":"post.publish","args":{"post":"","revision":"","htmlHash":"',
  '"name":"post.approve","args":{"key":"","post":"","revision":"","seal":"","statement":{"contentHash":"","htmlHash":"","portal":"","post":"","previous":"","revision":"","rules":"default-1","unit":"',
  '"name":"post.return","args":{"reason":"","name":"post.appraise","args":{"name":"post.submit","args":{"',
  '"superseded","code":"review_moved","refused","code":"head_moved",',
  ',"audit":{"head":{"portal":"019","unit":"thcs-","epoch":"019","number":1,"hash":"","at":"2026-11-24T02:00:00.000Z","signature":""},"links":[""]}}',
  '{"now":"2026-11-2T0:00.000Z","verdicts":[],"waiting":[],"wantedMedia":[],"whole":[],"changes":[],"cursor":{"epoch":"019","number":1},"more":false}',
  '{"now":"2026-11-24T02:00:00.000Z","verdicts":[{"mutation":"019","outcome":"accepted","code":"ok","receivedAt":"2026-11-24T02:00:00.000Z","number":1,"contributors":[]}],"waiting":[],"wantedMedia":[],"whole":[],',
  '"changes":[{"kind":"revision","number":1,"post":"019","revision":{"id":"","codec":"json","data":"{\\"blocks\\":[{\\"children\\":[{\\"text\\":\\"","codec":"zstd","base":"","data":"KLUv/',
  '"}},{"kind":"mutation","number":1,"mutation":{"id":"019","device":"019","seq":1,"name":"post.save","args":{"post":"","revision":"","base":null},"after":[],"at":"2026-11-24T02:00:00.000Z","signature":"',
  '"},"person":"019","post":"019","contributors":[],"receivedAt":"2026-11-24T02:00:00.000Z"}],"cursor":{"epoch":"019","number":1},"more":true}',
  '{"protocol":1,"cursor":{"epoch":"019","number":1},"revisions":[],"mutations":[],"audit":{"epoch":"019","number":1,"hash":"',
  '{"protocol":1,"cursor":{"epoch":"019","number":1},"revisions":[{"id":"","codec":"zstd","base":"","data":"KLUv/"}],"mutations":[{"id":"019","device":"019","seq":1,"name":"post.save","args":{"base":"","post":"019","revision":""},"after":["019"],"at":"2026-11-24T02:00:00.000Z","signature":"',
].join('');
