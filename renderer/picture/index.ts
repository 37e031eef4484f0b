export { type Framed, PictureFrame, type PictureFrameProps } from './picture-frame.tsx';
