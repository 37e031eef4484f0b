import { CSPProvider } from '@base-ui/react/csp-provider';
import type { ReactNode } from 'react';
import './tokens.css';
import './base.css';
import { useLeadToFault } from './lead-to-fault.ts';
import { ToastProvider } from './toast.tsx';
import { TooltipLayer } from './tooltip.tsx';

/** What the components need around them. The primitives' own style elements are off: the page's policy allows none. */
export function DesignRoot({ closeLabel, children }: { readonly closeLabel: string; readonly children: ReactNode }) {
  useLeadToFault();
  return (
    <CSPProvider disableStyleElements>
      <ToastProvider closeLabel={closeLabel}>{children}</ToastProvider>
      <TooltipLayer />
    </CSPProvider>
  );
}
