import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonVariants } from "@/components/ui/button-variants";
import { queueHref } from "@/lib/domains/admission/rules/queue-query";
import type { Queue, QueueRow } from "@/lib/domains/admission/rules/queue-rows";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

function cursorOf(row: QueueRow) {
	return { submittedAtMs: row.submittedAt.getTime(), id: row.id };
}

/** How many there are, as far as counted, and the ways to the pages before and after. */
export async function QueuePages({ query, page, total }: Queue) {
	const t = await getTranslations("queue");
	const [first, last] = [page.rows[0], page.rows.at(-1)];
	const classes = buttonVariants({ variant: "secondary", size: "sm" });
	const before = page.hasPrevious && first ? queueHref(query, { before: cursorOf(first) }) : undefined;
	const after = page.hasNext && last ? queueHref(query, { after: cursorOf(last) }) : undefined;
	return (
		<nav aria-label={t("total.label")} className="flex items-center justify-between gap-4 px-4 py-3">
			<p className="figure text-ink-faint text-xs">
				{t(total.isCapped ? "total.capped" : "total.exact", { count: formatCount(total.count) })}
			</p>
			<div className="flex gap-2">
				<PageLink href={before} rel="prev" className={classes}>
					<ChevronLeft aria-hidden="true" />
					{t("total.previous")}
				</PageLink>
				<PageLink href={after} rel="next" className={classes}>
					{t("total.next")}
					<ChevronRight aria-hidden="true" />
				</PageLink>
			</div>
		</nav>
	);
}

function PageLink({
	href,
	children,
	...props
}: {
	href: string | undefined;
	rel: string;
	className: string;
	children: React.ReactNode;
}) {
	if (!href)
		return (
			<button type="button" disabled className={props.className}>
				{children}
			</button>
		);
	return (
		<Link href={href} prefetch={false} {...props}>
			{children}
		</Link>
	);
}
