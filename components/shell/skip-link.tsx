/** The first stop of the keyboard: past the navigation to `<main id="content">`. */
export function SkipLink({ label }: { label: string }) {
	return (
		<a
			href="#content"
			className="-translate-y-20 fixed top-3 left-3 z-50 rounded-md bg-night px-4 py-2 font-medium text-on-night text-sm focus-visible:translate-y-0"
		>
			{label}
		</a>
	);
}
