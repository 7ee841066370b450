// The file beside an <iframe data-opus-booking-frame src="…/embed.html">: gives it the height of what is in it (P-49). Classic or module.
interface FrameNews {
  readonly type?: string;
  readonly height?: unknown;
}

const selector = 'iframe[data-opus-booking-frame]';
const hello = { type: 'opus-booking-frame' };

const originOf = ({ src }: HTMLIFrameElement): string => new URL(src, document.baseURI).origin;

/** Tells a booking page who is around it: it answers this origin, and no other. */
function greet(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage(hello, originOf(frame));
}

addEventListener('message', ({ data, origin, source }: MessageEvent<FrameNews | null>) => {
  for (const frame of document.querySelectorAll<HTMLIFrameElement>(selector)) {
    // Of this very frame, and of the service that its address names.
    if (frame.contentWindow !== source || originOf(frame) !== origin) continue;
    const { type, height } = data ?? {};
    if (type === 'opus-booking-ready') greet(frame);
    if (type === 'opus-booking-height' && typeof height === 'number') {
      frame.style.height = `${Math.min(Math.max(height, 200), 20_000)}px`;
    }
    if (type === 'opus-booking-step' && frame.getBoundingClientRect().top < 0) {
      frame.scrollIntoView();
    }
  }
});
