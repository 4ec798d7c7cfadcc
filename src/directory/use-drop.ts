import { useEffect, useState } from 'preact/hooks';

/** Takes a file that is dropped anywhere on the page where nobody else takes it; true while one is held over it. */
export function useDrop(onFile: (file: File) => void): boolean {
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!event.dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setOver(false);
    const drop = (event: DragEvent) => {
      const file = event.dataTransfer?.files[0];
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      setOver(false);
      if (file && !isTaken) onFile(file);
    };
    const life = new AbortController();
    addEventListener('dragover', over, { signal: life.signal });
    addEventListener('dragleave', leave, { signal: life.signal });
    addEventListener('drop', drop, { signal: life.signal });
    return () => life.abort();
  });
  return isOver;
}
