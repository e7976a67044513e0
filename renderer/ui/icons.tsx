/** Small icons on a grid of 16. They never speak alone: the control or the text beside them carries the name. */
import type { ReactNode } from 'react';

interface IconProps {
  /** width and height in pixels at 100 % */
  readonly size?: number;
}

const drawn = (children: ReactNode) =>
  function Icon({ size = 16 }: IconProps): ReactNode {
    return (
      <svg width={size} height={size} viewBox="0 0 16 16" fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" aria-hidden="true" focusable="false">
        {children}
      </svg>
    );
  };

export const CheckIcon = drawn(<path d="M3 8.5 6.5 12 13 4.5" />);
export const CrossIcon = drawn(<path d="m4 4 8 8M12 4l-8 8" />);
export const PlusIcon = drawn(<path d="M8 3v10M3 8h10" />);
export const MinusIcon = drawn(<path d="M3 8h10" />);
export const SearchIcon = drawn(<path d="M7 12A5 5 0 1 0 7 2a5 5 0 0 0 0 10ZM10.7 10.7 14 14" />);
export const LockIcon = drawn(<path d="M4 7.5h8v6H4zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5" />);
export const InfoIcon = drawn(<path d="M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12ZM8 7.5V11M8 5v.1" />);
export const WarnIcon = drawn(<path d="M8 2.2 14.5 13.5h-13zM8 6.5v3.2M8 11.6v.1" />);
export const StopIcon = drawn(<path d="M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM8 5v3.6M8 11v.1" />);
export const ChevronDownIcon = drawn(<path d="m4 6 4 4 4-4" />);
export const ChevronRightIcon = drawn(<path d="m6 4 4 4-4 4" />);
export const ArrowUpIcon = drawn(<path d="M8 13V3M4 7l4-4 4 4" />);
export const ArrowDownIcon = drawn(<path d="M8 3v10M4 9l4 4 4-4" />);
export const ArrowRightIcon = drawn(<path d="M3 8h10M9 4l4 4-4 4" />);
export const PrintIcon = drawn(<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z" />);
export const CopyIcon = drawn(<path d="M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3" />);
export const MenuIcon = drawn(<path d="M2.5 4h11M2.5 8h11M2.5 12h11" />);
export const MoreIcon = drawn(<path d="M3.5 8h.1M8 8h.1M12.5 8h.1" />);
export const KeyboardIcon = drawn(<path d="M1.5 4h13v8h-13zM4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.5h6" />);
export const UndoIcon = drawn(<path d="M3 6.5h6.5a3.5 3.5 0 0 1 0 7H6M6 3.5l-3 3 3 3" />);
export const RedoIcon = drawn(<path d="M13 6.5H6.5a3.5 3.5 0 0 0 0 7H10M10 3.5l3 3-3 3" />);
export const TrashIcon = drawn(<path d="M2.5 4h11M6 4V2.5h4V4M4 4l.7 9.5h6.6L12 4" />);
