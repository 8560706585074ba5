type IconProps = { className?: string };

const stroked = (d: string) =>
  function Icon({ className }: IconProps) {
    return (
      <svg
        viewBox="0 0 24 24"
        aria-hidden="true"
        focusable="false"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="square"
        className={className}
      >
        <path d={d} />
      </svg>
    );
  };

export const Chevron = stroked("m9 5 7 7-7 7");
export const Search = stroked("M10.5 4 15 6l2 4.5-2 4.5-4.5 2L6 15l-2-4.5L6 6ZM16 16l4.5 4.5");
export const Basket = stroked("M3 9h18l-2 11H5ZM8 9l3-5m5 5-3-5M9 13v3m3-3v3m3-3v3");
export const Person = stroked("M12 4l3 1.5L16 9l-1 3-3 1.5L9 12 8 9l1-3.5ZM4.5 20.5 7 16h10l2.5 4.5");
export const Check = stroked("m5 12.5 4.5 4.5L19 7");
export const Clock = stroked("M12 3l6 3 3 6-3 6-6 3-6-3-3-6 3-6ZM12 7.5V12l3 2");
export const Van = stroked("M2.5 6h11v11h-11Zm11 4h4.5l3.5 3.5V17h-8M6 19.5h2m8 0h2");
export const Pin = stroked("M12 21 6 13V7l3-4h6l3 4v6ZM12 7.5l2 2-2 2-2-2Z");
