import type { ReactNode } from "react";

/** The one h1 of a page in the auth frame. */
export function AuthHeading({ title, children }: { title: string; children?: ReactNode }) {
	return (
		<header className="mb-7">
			<h1 className="font-semibold text-2xl text-ink">{title}</h1>
			{children && <p className="mt-2 text-ink-soft text-sm">{children}</p>}
		</header>
	);
}
