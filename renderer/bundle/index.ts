export { BundleProvider, useBundles } from './bundle-provider.tsx';
