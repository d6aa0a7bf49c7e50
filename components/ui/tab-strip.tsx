"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { tabListClasses } from "./tab-classes";

/**
 * A row of tabs that scrolls sideways where it does not fit. The chosen tab (`current` names it) comes into view by moving
 * the row alone: `scrollIntoView` would move the page with it.
 */
export function TabStrip({
	label,
	current,
	children,
}: {
	label: string;
	current: string | undefined;
	children: ReactNode;
}) {
	const strip = useRef<HTMLElement>(null);
	// biome-ignore lint/correctness/useExhaustiveDependencies: the effect reads the chosen tab from the page, and is due when another is chosen.
	useEffect(() => {
		const row = strip.current;
		const tab = row?.querySelector("[aria-current=page]");
		if (!row || !tab) return;
		const seen = row.getBoundingClientRect();
		const place = tab.getBoundingClientRect();
		row.scrollLeft += place.left + place.width / 2 - (seen.left + seen.width / 2);
	}, [current]);
	return (
		<nav ref={strip} aria-label={label} className={tabListClasses}>
			{children}
		</nav>
	);
}
