import { LayoutTemplate } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useT } from '../connection/index.ts';
import { Button } from '../design/index.ts';
import type { Mirror } from './mirror.ts';

/** Offers a template while nothing is written yet. */
export function TemplateOffer({ mirror, onAsk }: { readonly mirror: Mirror; readonly onAsk: () => void }) {
  const t = useT();
  const { words, blocks, pictures } = useSyncExternalStore(mirror.subscribe, mirror.size);
  if (words > 0 || blocks > 1 || pictures > 0) return null;
  return (
    <Button variant="quiet" icon={<LayoutTemplate size={16} aria-hidden="true" />} onClick={onAsk}>
      {t('template.offer')}
    </Button>
  );
}
