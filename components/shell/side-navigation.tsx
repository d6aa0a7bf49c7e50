"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { formatCount } from "@/lib/platform/format";
import { findCurrentItem, type NavigationItem, type NavigationSection } from "./navigation";

export type SideNavigationProps = {
	sections: readonly NavigationSection[];
	/** Icons only; the names stay for screen readers and as titles. */
	folded?: boolean;
	onNavigate?: () => void;
};

export function SideNavigation({ sections, folded, onNavigate }: SideNavigationProps) {
	const t = useTranslations("shell");
	const current = findCurrentItem(sections, usePathname());
	return (
		<nav aria-label={t("navigation.main")} className="flex flex-col gap-5">
			{sections.map((section, index) => (
				<div key={section.label ?? index}>
					{section.label && (
						<p className={cn("mb-1.5 px-3 text-2xs text-ink-faint", folded && "sr-only")}>{section.label}</p>
					)}
					<ul className="flex flex-col gap-0.5">
						{section.items.map((item) => (
							<li key={item.href}>
								<SideLink item={item} folded={folded} isCurrent={item === current} onNavigate={onNavigate} />
							</li>
						))}
					</ul>
				</div>
			))}
		</nav>
	);
}

type SideLinkProps = { item: NavigationItem; folded?: boolean; isCurrent: boolean; onNavigate?: () => void };

function SideLink({ item, folded, isCurrent, onNavigate }: SideLinkProps) {
	return (
		<Link
			href={item.href}
			// Every page is personal and rendered anew: prefetching the whole navigation would render ten of them a view.
			prefetch={false}
			onClick={onNavigate}
			aria-current={isCurrent ? "page" : undefined}
			title={folded ? item.label : undefined}
			className={cn(
				"relative flex h-10 items-center gap-3 rounded-[3px_12px_3px_3px] px-3 text-sm transition-colors",
				isCurrent
					? "bg-night font-medium text-on-night dark:bg-brand-soft"
					: "text-ink-soft hover:bg-sunken hover:text-ink",
				folded && "justify-center px-0",
			)}
		>
			<span className={cn("shrink-0", isCurrent && "text-spark")}>{item.icon}</span>
			<span className={cn("truncate", folded && "sr-only")}>{item.label}</span>
			{item.count ? (
				<span
					className={cn(
						"figure ml-auto rounded-full bg-spark px-1.5 text-2xs text-on-spark",
						folded && "absolute top-1 right-1 ml-0",
					)}
				>
					{formatCount(item.count)}
				</span>
			) : null}
		</Link>
	);
}
