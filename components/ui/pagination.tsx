"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { formatCount } from "@/lib/platform/format";
import { Button } from "./button";

export type PaginationProps = {
	/** All rows that match, not those on this page. */
	total: number;
	/** Addresses of the neighbouring pages (keyset cursors); null at an end. */
	previousHref: string | null;
	nextHref: string | null;
};

export function Pagination({ total, previousHref, nextHref }: PaginationProps) {
	const t = useTranslations("common");
	return (
		<nav aria-label={t("pagination.label")} className="flex items-center justify-between gap-4 px-4 py-3">
			<p className="figure text-ink-faint text-xs">{t("pagination.total", { count: formatCount(total) })}</p>
			<div className="flex gap-2">
				<PageLink href={previousHref} rel="prev">
					<ChevronLeft aria-hidden="true" />
					{t("pagination.previous")}
				</PageLink>
				<PageLink href={nextHref} rel="next">
					{t("pagination.next")}
					<ChevronRight aria-hidden="true" />
				</PageLink>
			</div>
		</nav>
	);
}

function PageLink({
	href,
	rel,
	children,
}: {
	href: string | null;
	rel: "prev" | "next";
	children: React.ReactNode;
}) {
	if (!href) {
		return (
			<Button variant="secondary" size="sm" disabled>
				{children}
			</Button>
		);
	}
	return (
		<Button asChild variant="secondary" size="sm">
			<Link href={href} rel={rel}>
				{children}
			</Link>
		</Button>
	);
}
