/**
 * A file's bytes in base64. Rejects when the file cannot be read (moved, or a phone was pulled out).
 * @param onPart called with the share read so far, 0 to 1
 */
export function readBase64(file: Blob, onPart?: (part: number) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onprogress = ({ loaded, total }) => onPart?.(total === 0 ? 0 : loaded / total);
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}
