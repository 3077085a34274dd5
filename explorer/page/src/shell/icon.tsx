// Icons of Lucide, drawn as SVG of our own elements.
import { h } from "preact";
import type { JSX } from "preact";
import {
  ArrowLeft, BookOpenText, Check, ChevronDown, ChevronRight, CircleHelp, CircleAlert, Download, ExternalLink, Eye, EyeOff, Focus, FolderOpen,
  House, Inbox, Languages, LayoutGrid, Lasso, Maximize, MessageSquareText, Minus, Moon, MousePointer2, Network, Pause, Pencil, Pin, PinOff, Play,
  Plus, Redo2, Route, Save, Scale, Search, ShieldQuestionMark, SquareTerminal, Sun, Table2, Trash2, Undo2, Users, X, Calendar, Copy, ListFilter,
} from "lucide";

const ICONS = {
  back: ArrowLeft, book: BookOpenText, check: Check, down: ChevronDown, right: ChevronRight, help: CircleHelp, alert: CircleAlert,
  download: Download, external: ExternalLink, show: Eye, hide: EyeOff, focus: Focus, folder: FolderOpen, home: House, inbox: Inbox,
  language: Languages, layout: LayoutGrid, lasso: Lasso, fit: Maximize, note: MessageSquareText, minus: Minus, moon: Moon, pointer: MousePointer2,
  network: Network, pause: Pause, edit: Pencil, pin: Pin, unpin: PinOff, play: Play, plus: Plus, redo: Redo2, path: Route, save: Save, law: Scale,
  search: Search, review: ShieldQuestionMark, terminal: SquareTerminal, sun: Sun, table: Table2, trash: Trash2, undo: Undo2, people: Users, close: X,
  calendar: Calendar, copy: Copy, filter: ListFilter,
};
export type IconName = keyof typeof ICONS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }): JSX.Element {
  const children = ICONS[name].map(([tag, attributes]) => h(tag, attributes as Record<string, string>));
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}
