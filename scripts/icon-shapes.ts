/** Shapes of the icons as SVG, on a grid of 16 units, so that whole units fall on whole pixels of the smallest icon. */

export const toolbarStates = ['off', 'registering', 'registered', 'in-call', 'failed', 'missed'] as const;
export type ToolbarState = (typeof toolbarStates)[number];

// Middle tones keep 3:1 against a white toolbar and against Chrome's dark one alike (WCAG 1.4.11).
const grey = '#80868b';
const green = '#1b9a59';
const red = '#e5483d';
const amber = '#c77700';

// A handset that lies on its ear and mouth pieces, its middle at 0,0, before it is turned.
const handset =
  'M-8.8 1.6C-8.8-5.4 8.8-5.4 8.8 1.6V3.2Q8.8 4.6 7.4 4.6H5.3Q3.9 4.6 3.9 3.2V1.5Q3.9.5 2.9.2Q0-.5-2.9.2Q-3.9.5-3.9 1.5V3.2Q-3.9 4.6-5.3 4.6H-7.4Q-8.8 4.6-8.8 3.2Z';

/** Turned as one holds it to the left ear, which leaves the upper right corner free for a sign. */
const heldHandset = (x: number, y: number, scale: number, look: string) =>
  `<path d="${handset}" transform="translate(${x} ${y}) rotate(-135) scale(${scale})" ${look}/>`;

const cornerHandset = (colour: string) => heldHandset(6.7, 9.3, 0.88, `fill="${colour}"`);

const toolbarDrawings: Record<ToolbarState, string> = {
  off: `<mask id="cut"><rect width="16" height="16" fill="#fff"/><path d="M0 16 16 0" stroke="#000" stroke-width="4"/></mask>
    <g mask="url(#cut)">${heldHandset(7.4, 8.6, 0.86, `fill="none" stroke="${grey}" stroke-width="1.5" stroke-linejoin="round"`)}</g>
    <path d="M1.5 14.5 14.5 1.5" stroke="${grey}" stroke-width="1.7" stroke-linecap="round"/>`,
  registering: `${cornerHandset(amber)}<g fill="${amber}"><rect x="8" y="4" width="2" height="2" rx=".5"/><rect x="11" y="4" width="2" height="2" rx=".5"/><rect x="14" y="4" width="2" height="2" rx=".5"/></g>`,
  registered: heldHandset(7.2, 8.8, 1, `fill="${green}"`),
  'in-call': `${cornerHandset(green)}<g fill="none" stroke="${green}" stroke-width="1.6" stroke-linecap="round"><path d="M8.5 4.5A3 3 0 0 1 11.5 7.5"/><path d="M8.5 1.3A6.2 6.2 0 0 1 14.7 7.5"/></g>`,
  failed: `${cornerHandset(grey)}<g fill="${red}"><rect x="11" y="0" width="3" height="5" rx=".8"/><rect x="11" y="6" width="3" height="2" rx=".8"/></g>`,
  missed: `${cornerHandset(grey)}<path d="M15.2.8 10 6M10 1.5V6H14.5" fill="none" stroke="${red}" stroke-width="2"/>`,
};

const svg = (size: number, drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 16 16">${drawing}</svg>`;

/** The toolbar's icon for one state; every state has a shape of its own, so that none is told by its colour alone. */
export function toolbarIcon(state: ToolbarState, size: number): string {
  return svg(size, toolbarDrawings[state]);
}

/** The extension's own icon: a handset that has left its hook. */
export function appIcon(size: number): string {
  return svg(
    size,
    `<defs><linearGradient id="tile" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="#23b26a"/><stop offset="1" stop-color="#0f7a45"/></linearGradient></defs>
    <rect width="16" height="16" rx="3.6" fill="url(#tile)"/>${heldHandset(7.4, 8.6, 0.76, 'fill="#fff"')}`,
  );
}
