// A handset that lies on its ear and mouth pieces, its middle at 0,0.
const handset =
  'M-8.8 1.6C-8.8-5.4 8.8-5.4 8.8 1.6V3.2Q8.8 4.6 7.4 4.6H5.3Q3.9 4.6 3.9 3.2V1.5Q3.9.5 2.9.2Q0-.5-2.9.2Q-3.9.5-3.9 1.5V3.2Q-3.9 4.6-5.3 4.6H-7.4Q-8.8 4.6-8.8 3.2Z';
const solid = { fill: 'currentColor', stroke: 'none' };
const microphone = (
  <>
    <rect x="9" y="3" width="6" height="11" rx="3" />
    <path d="M5.5 11a6.5 6.5 0 0 0 13 0M12 17.5V21M8.5 21h7" />
  </>
);
const dots = (places: readonly [number, number][]) => (
  <g {...solid}>
    {places.map(([x, y]) => (
      <circle key={`${x} ${y}`} cx={x} cy={y} r="1.7" />
    ))}
  </g>
);

const shapes = {
  handset: <path {...solid} d={handset} transform="translate(11.4 12.6) rotate(-135) scale(1.12)" />,
  hangUp: <path {...solid} d={handset} transform="translate(12 12.4) scale(1.25)" />,
  microphone,
  muted: (
    <>
      {microphone}
      <path d="M4 3.5 20 20.5" />
    </>
  ),
  keypad: dots([5, 11.5, 18].flatMap((y) => [6, 12, 18].map((x): [number, number] => [x, y]))),
  menu: dots([
    [12, 5.5],
    [12, 12],
    [12, 18.5],
  ]),
  inbound: <path d="M18.5 5.5 6 18M6 9v9h9" />,
  outbound: <path d="M5.5 18.5 18 6M9 6h9v9" />,
  missed: <path d="M3 7.5l7 7 11-11M3 13.5v-6h6M5 20.5h14" />,
  cross: <path d="M6 6l12 12M18 6 6 18" />,
  check: <path d="M4.5 12.5l5 5 10-11" />,
  warning: <path d="M12 3.8 21.3 20H2.7ZM12 10v4.5M12 17.2v.3" />,
  off: (
    <>
      <path {...solid} d={handset} transform="translate(11.4 12.6) rotate(-135) scale(0.95)" />
      <path d="M4 5.5 19 20.5" />
    </>
  ),
  lock: (
    <>
      <rect x="5" y="10.5" width="14" height="9.5" rx="2" />
      <path d="M8 10.5V8a4 4 0 0 1 8 0v2.5" />
    </>
  ),
  waiting: <path d="M12 3.5a8.5 8.5 0 1 1-8.3 6.6M12 7.5V12l3 2" />,
  backspace: (
    <path d="M9 5.5h11a1.5 1.5 0 0 1 1.5 1.5v10a1.5 1.5 0 0 1-1.5 1.5H9L2.5 12ZM11.5 9.5l5 5M16.5 9.5l-5 5" />
  ),
  person: <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8ZM4.5 20.5a7.5 7.5 0 0 1 15 0" />,
  star: <path d="M12 3.6l2.6 5.4 5.9.8-4.3 4.1 1 5.9-5.2-2.8-5.2 2.8 1-5.9-4.3-4.1 5.9-.8Z" />,
  forward: <path d="M4 12h15M13 6l6 6-6 6" />,
};

/** The handset in a square of 12. */
export const SmallHandset = () => (
  <path class="in-it solid" d={handset} transform="translate(5.8 6.2) rotate(-135) scale(.5)" />
);

export type IconName = keyof typeof shapes;

/** A drawing beside words; it says nothing that the words do not. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true">
    {shapes[name]}
  </svg>
);
