"use client";

import { useRouter } from "next/navigation";
import type { MouseEvent, ReactNode } from "react";

/** Plain links inside lead on without a new load of the page, as `Link` does: one listener for a table of them. */
export function SoftLinks({ children }: { children: ReactNode }) {
	const router = useRouter();
	function follow(event: MouseEvent<HTMLDivElement>) {
		const isOther = event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
		if (isOther || event.defaultPrevented || !(event.target instanceof Element)) return;
		const link = event.target.closest("a");
		if (!link || link.origin !== location.origin || link.target || link.hasAttribute("download")) return;
		event.preventDefault();
		router.push(link.pathname + link.search + link.hash);
	}
	return (
		// biome-ignore lint/a11y/noStaticElementInteractions: it only hears the links inside, which are reached by keyboard.
		// biome-ignore lint/a11y/useKeyWithClickEvents: a key press on them arrives as a click.
		<div onClick={follow}>{children}</div>
	);
}
