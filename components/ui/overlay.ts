/** What every layer above the page shares. */
export const scrimClasses = "fixed inset-0 z-40 animate-fade bg-scrim";
export const floatingClasses =
	"z-50 animate-enter rounded-lg border bg-raised text-ink shadow-lg outline-none";
export const menuItemClasses =
	"flex w-full cursor-default select-none items-center gap-2.5 rounded-md px-2.5 py-2 text-left text-sm outline-none data-disabled:pointer-events-none data-disabled:text-ink-faint data-highlighted:bg-brand-soft data-highlighted:text-brand-ink [&_svg]:size-4 [&_svg]:shrink-0";
