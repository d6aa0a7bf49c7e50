import { cn } from "./cn";

/** A cup anemometer seen from above. Decoration: the text beside it says what is going on. */
export function Spinner({ className }: { className?: string }) {
	return (
		<svg
			viewBox="0 0 24 24"
			fill="none"
			aria-hidden="true"
			className={cn("size-4 animate-anemometer", className)}
		>
			<circle cx="12" cy="12" r="1.8" fill="currentColor" />
			{[0, 120, 240].map((angle) => (
				<g key={angle} transform={`rotate(${angle} 12 12)`}>
					<path d="M12 12V5.5" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
					<path d="M8.6 2.6a3.6 3.6 0 0 0 6.8 0Z" transform="rotate(90 12 4)" fill="currentColor" />
				</g>
			))}
		</svg>
	);
}
