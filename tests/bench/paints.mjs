// Times from a key to the next paint, for the benchmarks of this folder.

/** In the page: notes when a key came and when the frame after it was painted. */
export function watchPaints() {
  const painted = new MessageChannel();
  let pending = null;
  painted.port1.onmessage = () => {
    pending?.({ took: performance.now() - pending.since });
    pending = null;
  };
  window.nextPaint = () =>
    new Promise((resolve) => {
      addEventListener(
        'keydown',
        (event) => {
          const done = ({ took }) => resolve(took);
          done.since = event.timeStamp;
          // In a frame callbacks come first, then style, layout and paint; a message sent in a callback comes after them.
          requestAnimationFrame(() => {
            pending = done;
            painted.port2.postMessage(null);
          });
        },
        { capture: true, once: true },
      );
    });
}

const at = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))];
export const summary = (times) => {
  const sorted = [...times].sort((one, other) => one - other);
  return { count: sorted.length, median: at(sorted, 0.5), p95: at(sorted, 0.95) };
};

/** Presses a key; answers with the milliseconds to the next paint, and what a reading of the page was at that paint and soon after. */
export async function timed(page, key, read = () => {}) {
  const took = page.evaluate(() => window.nextPaint());
  // The listener must stand before the key comes.
  await page.evaluate(() => {});
  await page.keyboard.press(key);
  const time = await took;
  const then = await read();
  return { time, then };
}

export const milliseconds = (number) => `${number.toFixed(1)} ms`;
