import { ArrowDown, ArrowUp, ChevronsUpDown } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";

export type SortDirection = "ascending" | "descending";

/** A column head that sorts by address. Put `aria-sort={direction ?? "none"}` on its TableHead. */
export function SortLink({
	href,
	direction,
	children,
}: {
	href: string;
	direction?: SortDirection;
	children: ReactNode;
}) {
	const Icon = direction === "ascending" ? ArrowUp : direction === "descending" ? ArrowDown : ChevronsUpDown;
	return (
		<Link href={href} scroll={false} className="inline-flex items-center gap-1 hover:text-ink">
			{children}
			<Icon aria-hidden="true" className="size-3.5" />
		</Link>
	);
}
