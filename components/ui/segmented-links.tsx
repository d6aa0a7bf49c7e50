import Link from "next/link";
import type { ReactNode } from "react";
import { segmentClasses, segmentListClasses } from "./segment-classes";

export type SegmentedLink = { href: string; label: ReactNode; isCurrent: boolean };

/** The same control for choices that live in the URL, such as 近7日 / 近30日 / 本月. */
export function SegmentedLinks({ links, label }: { links: readonly SegmentedLink[]; label: string }) {
	return (
		<nav aria-label={label} className={segmentListClasses}>
			{links.map((link) => (
				<Link
					key={link.href}
					href={link.href}
					scroll={false}
					aria-current={link.isCurrent ? "true" : undefined}
					data-state={link.isCurrent ? "on" : "off"}
					className={segmentClasses}
				>
					{link.label}
				</Link>
			))}
		</nav>
	);
}
