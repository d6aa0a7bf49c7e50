import type { ReactNode } from "react";

export type NavigationItem = {
	href: string;
	label: string;
	icon: ReactNode;
	/** Waiting work, such as applications to review; nothing is shown for 0. */
	count?: number;
};

export type NavigationSection = { label?: string; items: readonly NavigationItem[] };

/** The item a page belongs to: the longest address that the page's address starts with. */
export function findCurrentItem(
	sections: readonly NavigationSection[],
	pathname: string,
): NavigationItem | undefined {
	return sections
		.flatMap((section) => section.items)
		.filter((item) => pathname === item.href || pathname.startsWith(`${item.href}/`))
		.sort((a, b) => b.href.length - a.href.length)[0];
}
