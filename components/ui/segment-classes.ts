export const segmentListClasses = "inline-flex max-w-full overflow-x-auto rounded-md bg-sunken p-0.5";
export const segmentClasses =
	"inline-flex h-7 shrink-0 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft text-xs -outline-offset-1 transition-colors hover:text-ink data-[state=on]:bg-raised data-[state=on]:ring-1 data-[state=on]:ring-line data-[state=on]:font-medium data-[state=on]:text-ink data-[state=on]:shadow-xs [&_svg]:size-3.5";
