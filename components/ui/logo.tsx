import { cn } from "./cn";

/** The mark: a wind barb whose feathers rise like a curve of growth, on a sail. */
export function LogoMark({ className }: { className?: string }) {
	return (
		<svg aria-hidden="true" viewBox="0 0 40 40" fill="none" className={cn("size-8 shrink-0", className)}>
			<path
				d="M4 0h20c8.8 0 16 7.2 16 16v20a4 4 0 0 1-4 4H4a4 4 0 0 1-4-4V4a4 4 0 0 1 4-4Z"
				className="fill-night dark:fill-brand-soft"
			/>
			<g strokeLinecap="round" strokeLinejoin="round" strokeWidth="2.6">
				<path d="M9 32 29.5 8.5" className="stroke-on-night" />
				<path d="M15.6 24.4c4 1.7 7.4 1.8 10.6.6M20.4 18.9c4.2 2 8 2.2 11.6.7" className="stroke-on-night" />
				<path
					d="M29.5 8.5c1.6 2.4 3.7 3.4 6 3.2-2.4 3.4-5.9 4.3-10.6 2Z"
					className="fill-spark stroke-spark"
				/>
			</g>
			<circle cx="9" cy="32" r="3.1" className="fill-spark" />
		</svg>
	);
}

/** The mark with the name beside it; the name is what a link around it reads as. */
export function Logo({ name, note, className }: { name: string; note?: string; className?: string }) {
	return (
		<span className={cn("inline-flex min-w-0 items-center gap-2.5", className)}>
			<LogoMark />
			<span className="flex min-w-0 flex-col leading-tight">
				<span className="truncate font-bold text-[1.0625rem] text-ink tracking-wide">{name}</span>
				{note && <span className="truncate text-2xs text-ink-faint">{note}</span>}
			</span>
		</span>
	);
}
