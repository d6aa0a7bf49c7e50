export const tabListClasses = "flex gap-1 overflow-x-auto border-b";
export const tabClasses =
	"-mb-px inline-flex shrink-0 items-center gap-2 rounded-t-md border-transparent border-b-2 px-3 py-2 text-ink-soft text-sm -outline-offset-2 hover:text-ink data-[state=active]:border-brand data-[state=active]:font-medium data-[state=active]:text-brand-ink";
