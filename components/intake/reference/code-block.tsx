/** Text to copy, scrolled by itself where it is wider than the page. */
export function CodeBlock({ label, text }: { label: string; text: string }) {
	return (
		<figure className="min-w-0">
			<figcaption className="mb-1.5 font-medium text-ink-soft text-xs">{label}</figcaption>
			<pre
				// biome-ignore lint/a11y/noNoninteractiveTabindex: the keyboard must be able to scroll it
				tabIndex={0}
				className="max-h-96 overflow-auto rounded-md bg-sunken p-4 font-mono text-xs leading-relaxed"
			>
				{text}
			</pre>
		</figure>
	);
}

/** Words in backquotes as code. */
export function CodeText({ text }: { text: string }) {
	const parts = text.split("`");
	// A text is what it is: its parts never change places.
	return parts.map((part, position) => {
		const key = `${position}:${part}`;
		if (position % 2 === 0) return part;
		return (
			<code key={key} className="rounded-xs bg-sunken px-1 py-0.5 font-mono text-[0.9em]">
				{part}
			</code>
		);
	});
}
